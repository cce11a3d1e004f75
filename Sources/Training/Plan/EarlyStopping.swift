public import Settings

/// Ends a training that has stopped getting better.
///
/// It ends after `patience` evaluations in a row of which none was better than the best one before by more than
/// `minDelta`.
///
/// Source: L. Prechelt, "Early stopping – but when?", 1998, criterion UP, counted in evaluations.
public struct EarlyStopping: Hashable, Sendable {
    /// Of evaluations.
    public var metric: Metric
    /// At least 1.
    public var patience: Int
    /// At least 0.
    public var minDelta: Double
    /// Whether the network ends with the weights of its best evaluation by `metric`.
    public var restoreBest: Bool

    public init(metric: Metric = .devLoss, patience: Int = 10, minDelta: Double = 0, restoreBest: Bool = true) {
        precondition(patience >= 1, "a patience of \(patience)")
        precondition(minDelta >= 0, "a least difference of \(minDelta)")
        self.metric = metric
        self.patience = patience
        self.minDelta = minDelta
        self.restoreBest = restoreBest
    }

    /// Reads `metric`, `patience`, `min_delta` and `restore_best`, and nothing else.
    public init(_ reader: inout SettingReader) throws(SettingError) {
        let name = try reader.text("metric", default: Metric.devLoss.rawValue)
        let known = Metric.allCases.filter(\.isOfEvaluation)
        guard let metric = known.first(where: { $0.rawValue == name }) else {
            let rule = SettingError.unknown("metric of whole sets", name, among: known.map(\.rawValue))
            throw reader.error("metric", .string(name), rule)
        }
        self.init(
            metric: metric, patience: try reader.wholeNumber("patience", default: 10, atLeast: 1),
            minDelta: try reader.number("min_delta", default: 0, .notNegative),
            restoreBest: try reader.bool("restore_best", default: true))
        try reader.finish()
    }

    var objective: TrainingObjective { TrainingObjective(metric: metric) }

    /// What is remembered from evaluation to evaluation.
    struct State: Hashable {
        /// nil before the first evaluation.
        var best: Double?
        /// Of the best evaluation, counted from 1; nil before it, and in old checkpoints.
        var epoch: Int?
        /// Evaluations since the best one.
        var waited = 0
    }

    /// What to do after an evaluation.
    struct Verdict: Hashable {
        let isBest: Bool
        let stops: Bool
    }

    func judge(_ value: Double, epoch: Int, _ state: inout State) -> Verdict {
        if state.best.map({ objective.prefers(value, to: $0, margin: minDelta) }) ?? true {
            state = State(best: value, epoch: epoch)
            return Verdict(isBest: true, stops: false)
        }
        state.waited += 1
        return Verdict(isBest: false, stops: state.waited >= patience)
    }
}
