import Datasets
import Settings
import Sweeps
import Training

/// Finds out whether trials on some data can be judged by an objective.
enum ObjectiveCheck {
    /// The metric and goal for the training loop.
    ///
    /// Throws a `SettingError` that names the metric and what is in its way.
    static func trainingObjective(_ objective: Objective, data: DataSummary) throws(SettingError) -> TrainingObjective {
        let name = objective.metric
        let metric = try check(name, at: "metric.name", data: data)
        let goal: TrainingObjective.Goal = objective.goal == .maximize ? .maximize : .minimize
        if goal != metric.naturalGoal {
            throw SettingError(
                path: "metric.goal", value: .string(goal.rawValue),
                rule: "\(name) is better the \(goal == .maximize ? "smaller" : "larger") it is; write "
                    + metric.naturalGoal.rawValue)
        }
        return TrainingObjective(metric: metric, goal: goal)
    }

    /// The metric of that name. Throws a `SettingError` about the setting at `path` unless evaluations on these data
    /// measure it.
    @discardableResult
    static func check(_ name: String, at path: String, data: DataSummary) throws(SettingError) -> Metric {
        let value = SettingValue.string(name)
        guard let metric = Metric(rawValue: name) else {
            throw SettingError(
                path: path, value: value,
                rule: SettingError.unknown("metric", name, among: measured(data).map(\.rawValue)))
        }
        var choices: String { measured(data).map(\.rawValue).joined(separator: ", ") }
        if metric == .testLoss || metric == .testAccuracy {
            throw SettingError(
                path: path, value: value,
                rule: "the test set is for the last word alone, not to choose by; there are: \(choices)")
        }
        if !metric.isOfEvaluation {
            throw SettingError(
                path: path, value: value, rule: "it must be a metric of whole sets; there are: \(choices)")
        }
        if data.task == .regression, metric == .devAccuracy || metric == .trainAccuracy {
            throw SettingError(
                path: path, value: value,
                rule: "'\(data.name)' has numbers to predict (regression), which has no accuracy; there are: \(choices)"
            )
        }
        if data.devCount == 0, metric == .devLoss || metric == .devAccuracy {
            throw SettingError(
                path: path, value: value,
                rule: "'data.dev_fraction' is 0, so there is no dev set; set examples aside, or choose by: \(choices)")
        }
        return metric
    }

    /// All metrics of trials on these data.
    static func all(_ data: DataSummary) -> [Metric] {
        Metric.allCases.filter { metric in
            switch metric {
            case .testLoss: data.testCount > 0
            case .testAccuracy: data.testCount > 0 && data.task != .regression
            default: !metric.isOfEvaluation || measured(data).contains(metric)
            }
        }
    }

    /// The metrics that trials on these data can be judged by.
    static func measured(_ data: DataSummary) -> [Metric] {
        Metric.allCases.filter { metric in
            switch metric {
            case .trainLoss: true
            case .trainAccuracy: data.task != .regression
            case .devLoss: data.devCount > 0
            case .devAccuracy: data.devCount > 0 && data.task != .regression
            default: false
            }
        }
    }
}
