import Settings
public import SweepViews
import Sweeps

/// Measurements for other programs, a row each: by trial, metric and step, with all digits.
public struct MetricExport {
    public init() {}

    public var csvHeader: String {
        CSVText.record(["trial", "configuration", "seed", "state", "metric", "step", "epoch", "value"])
    }

    public func csv(_ metric: String, _ series: SweepView.Series, of trial: SweepView.TrialResult) -> String {
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
    public func json(_ metric: String, _ series: SweepView.Series, of trial: SweepView.TrialResult) -> String {
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
