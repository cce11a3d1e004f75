public import ResultsStore
import Settings
public import SweepViews
import Sweeps

/// Measurements for other programs, a row each: by trial, metric and step, with all digits.
public struct MetricExport {
    /// Of one sweep.
    let view: SweepView
    let metrics: [String]

    public init(view: SweepView, metrics: [String]) {
        self.view = view
        self.metrics = metrics
    }

    /// Writes one trial after the other, since a sweep may have more values than memory should hold.
    public func write(
        from store: ResultsStore, as format: ExportFormat, to write: (String) throws -> Void
    ) throws {
        try write(format == .csv ? csvHeader : "[")
        var isFirst = true
        for trial in view.trials {
            for (name, series) in try view.series(of: trial, metrics: metrics, in: store) {
                switch format {
                case .csv: try write(csv(name, series, of: trial))
                case .json:
                    try write((isFirst ? "" : ",") + json(name, series, of: trial))
                    isFirst = false
                }
            }
        }
        if format == .json { try write("]\n") }
    }

    var csvHeader: String {
        CSVText.record(["trial", "configuration", "seed", "state", "metric", "step", "epoch", "value"])
    }

    func csv(_ metric: String, _ series: SweepView.Series, of trial: SweepView.TrialResult) -> String {
        var text = ""
        for index in series.values.indices {
            text += CSVText.record([
                trial.shortName, String(trial.configurationNumber), String(trial.trial.seed), trial.state.rawValue,
                metric, String(series.steps[index]), series.epochs[index].map(String.init) ?? "",
                CSVText.number(series.values[index]),
            ])
        }
        return text
    }

    /// Objects with the same names as the columns, separated by commas.
    func json(_ metric: String, _ series: SweepView.Series, of trial: SweepView.TrialResult) -> String {
        series.values.indices.map { index in
            SettingValue.mapping([
                "trial": .string(trial.shortName), "configuration": .int(trial.configurationNumber),
                "seed": .int(trial.trial.seed), "state": .string(trial.state.rawValue),
                "metric": .string(metric), "step": .int(series.steps[index]),
                "epoch": SettingValue(series.epochs[index]), "value": .number(series.values[index]),
            ]).canonicalJSON
        }.joined(separator: ",")
    }
}

/// As what trials and measurements are exported.
public enum ExportFormat: String, CaseIterable, Sendable {
    case csv, json
}
