import ResultsStore
import Settings
import Sweeps

/// Measurements for other programs, a row each: by trial, metric and step, with all digits.
struct MetricExport {
    let metrics: [String]

    var csvHeader: String {
        CSVText.record(["trial", "configuration", "seed", "state", "metric", "step", "epoch", "value"])
    }

    func csv(_ series: MetricSeries, of trial: TrialRecord) -> String {
        var text = ""
        for index in series.values.indices {
            text += CSVText.record([
                trial.shortName, String(trial.configurationNumber), String(trial.trial.seed), trial.state.rawValue,
                series.metric, String(series.steps[index]), String(series.epochs[index]),
                CSVText.number(series.values[index]),
            ])
        }
        return text
    }

    /// Objects with the same names as the columns, separated by commas.
    func json(_ series: MetricSeries, of trial: TrialRecord) -> String {
        series.values.indices.map { index in
            SettingValue.mapping([
                "trial": .string(trial.shortName), "configuration": .int(trial.configurationNumber),
                "seed": .int(trial.trial.seed), "state": .string(trial.state.rawValue),
                "metric": .string(series.metric), "step": .int(series.steps[index]),
                "epoch": .int(series.epochs[index]), "value": .number(series.values[index]),
            ]).canonicalJSON
        }.joined(separator: ",")
    }
}
