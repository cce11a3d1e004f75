import Analysis
import Settings
public import SweepViews
import Sweeps

/// A sweep's trials for other programs, a row each, with all digits.
public struct TrialExport {
    /// Of one sweep.
    let view: SweepView

    public init(view: SweepView) {
        self.view = view
    }

    private static let leading = ["trial", "configuration", "seed"]
    private var objective: Objective { view.objective }
    private var trailing: [String] {
        ["state", "best_\(objective.metric)", "last_\(objective.metric)", "best_epoch", "seconds"]
    }

    /// Every hyperparameter that any trial has, by name.
    private var parameters: [String] {
        Set(view.trials.flatMap { $0.trial.configuration.parameters.map(\.name) }).sorted()
    }

    public var csv: String {
        let names = parameters
        let taken = Set(Self.leading + trailing)
        // A hyperparameter of the user's may have the name of a column of ours.
        let titles = names.map { taken.contains($0) ? "parameters.\($0)" : $0 }
        var text = CSVText.record(Self.leading + titles + trailing)
        for trial in view.trials {
            let values = trial.trial.configuration.parametersByName
            let best = best(trial)
            text += CSVText.record(
                [trial.shortName, String(trial.configurationNumber), String(trial.trial.seed)]
                    + names.map { CSVText.setting(values[$0]) } + [
                        trial.state.rawValue, CSVText.number(best?.value),
                        CSVText.number(trial.last(objective.metric)?.value),
                        best?.epoch.map(String.init) ?? "", CSVText.number(trial.outcome.seconds),
                    ])
        }
        return text
    }

    public var json: String {
        SettingValue.list(
            view.trials.map { trial in
                let best = best(trial)
                return .mapping([
                    "trial": .string(trial.shortName), "configuration": .int(trial.configurationNumber),
                    "seed": .int(trial.trial.seed), "hyperparameters": .mapping(trial.trial.configuration.settings),
                    "state": .string(trial.state.rawValue), "best": SettingValue(best?.value),
                    "last": SettingValue(trial.last(objective.metric)?.value), "best_epoch": SettingValue(best?.epoch),
                    "seconds": SettingValue(trial.outcome.seconds), "objective": SettingValue(objective),
                ])
            }
        ).canonicalJSON
    }

    private func best(_ trial: SweepView.TrialResult) -> MetricPoint? { view.best(objective.metric, of: trial) }
}
