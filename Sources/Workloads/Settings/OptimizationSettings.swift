import Optimizers
import Settings

/// The settings that say how the weights move.
struct OptimizationSettings: Sendable {
    let method: OptimizerMethod
    let learningRate: Double
    let decay: LearningRateDecay
    let weightDecay: Double
    /// l1 · Σ|w| over weights is added to what is minimized.
    let l1: Double
    /// nil: no clipping.
    let clipNorm: Double?
    let clipValue: Double?

    init(_ reader: inout SettingReader) throws(SettingError) {
        method = try Self.method(&reader)
        let kind = method.kind
        learningRate = try reader.number("lr", default: kind.defaultLearningRate, .positive)
        if var options = try reader.mapping("decay") {
            decay = try LearningRateDecay(&options)
        } else {
            decay = .constant
        }
        weightDecay = try reader.number("weight_decay", default: kind.defaultWeightDecay, .notNegative)
        l1 = try reader.number("l1", default: 0, .notNegative)
        clipNorm = try reader.number("clip_norm", .positive)
        clipValue = try reader.number("clip_value", .positive)
        if weightDecay > 0, !method.rule.hasWeightDecay {
            throw reader.error(
                "weight_decay", .number(weightDecay), "the optimizer '\(kind.rawValue)' has no weight decay")
        }
    }

    private static func method(_ reader: inout SettingReader) throws(SettingError) -> OptimizerMethod {
        var options =
            try reader.mapping("optimizer")
            ?? SettingReader(["name": .string(OptimizerKind.adam.rawValue)], path: "optimizer")
        return try OptimizerMethod(&options)
    }
}
