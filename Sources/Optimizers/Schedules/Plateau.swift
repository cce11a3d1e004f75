public import Settings

/// A rate that falls when a metric has stopped getting better; PyTorch's `ReduceLROnPlateau`.
///
/// After each evaluation the metric is compared with the best so far. When it has not been better by `threshold` (a share
/// of the best, or with `threshold_mode: abs` an amount) for more than `patience` evaluations, the rate is multiplied by
/// `factor`, though not to below `min_lr`, and a change of at most `eps` is left out. In the `cooldown` evaluations after
/// that no bad ones are counted.
///
/// The metric is `dev_loss` unless said otherwise. Where `mode` is not written, accuracies, F1, AUC and R² are better when
/// they are greater and anything else when it is less; PyTorch has `min`.
public struct Plateau: Sendable {
    public enum Mode: String, CaseIterable, Sendable {
        case min, max
    }

    public enum ThresholdMode: String, CaseIterable, Sendable {
        case rel, abs
    }

    /// The name of the metric that is followed.
    public let metric: String
    public let mode: Mode
    let factor: Double
    public let patience: Int
    let threshold: Double
    let thresholdMode: ThresholdMode
    let cooldown: Int
    let least: Double
    let smallestChange: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        metric = try reader.text("metric", default: "dev_loss")
        mode = try reader.choice("mode", default: Self.usualMode(of: metric))
        factor = try reader.number("factor", default: 0.1, .fraction)
        patience = try reader.wholeNumber("patience", default: 10, atLeast: 0)
        threshold = try reader.number("threshold", default: 1e-4, .notNegative)
        thresholdMode = try reader.choice("threshold_mode", default: ThresholdMode.rel)
        cooldown = try reader.wholeNumber("cooldown", default: 0, atLeast: 0)
        least = try reader.number("min_lr", default: 0, .notNegative)
        smallestChange = try reader.number("eps", default: 1e-8, .notNegative)
    }

    /// The names that scores of the training end in. Optimizers know neither scores nor sweeps' definitions of metrics;
    /// `PlateauMetricTests` holds these equal to what the scores say of themselves.
    private static let rising = ["accuracy", "f1", "auc", "r2"]

    private static func usualMode(of metric: String) -> Mode {
        rising.contains { metric == $0 || metric.hasSuffix("_\($0)") } ? .max : .min
    }

    /// What is remembered from evaluation to evaluation.
    public struct State: Hashable, Sendable {
        public var learningRate: Double
        public var best: Double
        public var badEvaluations = 0
        public var cooldownLeft = 0
    }

    public func start(from learningRate: Double) -> State {
        State(learningRate: learningRate, best: mode == .min ? .infinity : -.infinity)
    }

    /// The state after an evaluation that gave `value`.
    public func state(after value: Double, _ state: State) -> State {
        var state = state
        if isBetter(value, than: state.best) {
            state.best = value
            state.badEvaluations = 0
        } else {
            state.badEvaluations += 1
        }
        if state.cooldownLeft > 0 {
            state.cooldownLeft -= 1
            state.badEvaluations = 0
        }
        if state.badEvaluations > patience {
            let reduced = max(state.learningRate * factor, least)
            if state.learningRate - reduced > smallestChange { state.learningRate = reduced }
            state.cooldownLeft = cooldown
            state.badEvaluations = 0
        }
        return state
    }

    private func isBetter(_ value: Double, than best: Double) -> Bool {
        switch (mode, thresholdMode) {
        case (.min, .rel): value < best * (1 - threshold)
        case (.min, .abs): value < best - threshold
        case (.max, .rel): value > best * (1 + threshold)
        case (.max, .abs): value > best + threshold
        }
    }
}
