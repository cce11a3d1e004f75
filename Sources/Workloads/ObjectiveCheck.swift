import Datasets
import Settings
import Sweeps
import Training

/// Finds out whether trials on some data can be judged by an objective.
enum ObjectiveCheck {
    /// The objective for the training loop.
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
        return TrainingObjective(
            metric: metric, goal: goal, selection: objective.selection == .best ? .best : .last)
    }

    /// The metric of that name. Throws a `SettingError` about the setting at `path` unless evaluations on these data
    /// measure it.
    @discardableResult
    static func check(_ name: String, at path: String, data: DataSummary) throws(SettingError) -> Metric {
        let value = SettingValue.string(name)
        var choices: String { measured(data).map(\.rawValue).joined(separator: ", ") }
        guard let metric = Metric(rawValue: name) else {
            throw SettingError(
                path: path, value: value,
                rule: SettingError.unknown("metric", name, among: measured(data).map(\.rawValue)))
        }
        guard case .score(let score, let part) = metric else {
            throw SettingError(
                path: path, value: value, rule: "it must be a metric of whole sets; there are: \(choices)")
        }
        if part == .test {
            throw SettingError(
                path: path, value: value,
                rule: "the test set is for the last word alone, not to choose by; there are: \(choices)")
        }
        if !data.task.has(score) {
            let classes = data.task.classCount
            let targets =
                classes.map { "\($0) classes" + (score == .auc ? ", not two" : "") }
                ?? "numbers to predict (regression)"
            throw SettingError(
                path: path, value: value,
                rule: "'\(data.name)' has \(targets), which \(classes == nil ? "has" : "have") no "
                    + "\(score.rawValue); there are: \(choices)")
        }
        if data.devCount == 0, part == .dev {
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
            case .score(let score, .test): data.testCount > 0 && data.task.has(score)
            case .score, .batchLoss, .learningRate, .gradientNorm, .epochSeconds: true
            case .restored, .constantGuess, .lossScale, .skippedSteps: false
            }
        }.filter { !$0.isOfEvaluation || measured(data).contains($0) }
    }

    /// The metrics that trials on these data can be judged by.
    static func measured(_ data: DataSummary) -> [Metric] {
        Metric.allCases.filter { metric in
            guard case .score(let score, let part) = metric, part != .test else { return false }
            return data.task.has(score) && (part == .train || data.devCount > 0)
        }
    }
}

extension DataTask {
    /// Whether predictions for such data have the score.
    fileprivate func has(_ score: Score) -> Bool {
        score.isOf(classCount.map { .classes([], count: $0) } ?? .values([]))
    }
}
