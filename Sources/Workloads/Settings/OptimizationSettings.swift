import Networks
import Optimizers
import Settings
import Training

/// The settings that say how the weights move.
struct OptimizationSettings: Sendable {
    let kind: OptimizerKind
    let method: OptimizerMethod
    let learningRate: Double
    let decay: LearningRateDecay
    let weightDecay: Double
    /// l1 · Σ|w| over weights is added to what is minimized.
    let l1: Double
    /// nil: no clipping.
    let clipNorm: Double?
    let clipValue: Double?
    let groups: [ParameterGroupRule]

    init(_ reader: inout SettingReader) throws(SettingError) {
        var options = try reader.mapping("optimizer", default: OptimizerKind.standard.rawValue)
        kind = try OptimizerKind(&options)
        method = try kind.makeMethod(&options)
        learningRate = try reader.number("lr", default: kind.defaultLearningRate, .positive)
        var schedule = try reader.mapping("decay", default: LearningRateDecay.standard.rawValue)
        decay = try LearningRateDecay(&schedule)
        weightDecay = try kind.weightDecay(&reader)
        l1 = try reader.number("l1", default: 0, .notNegative)
        clipNorm = try reader.number("clip_norm", .positive)
        clipValue = try reader.number("clip_value", .positive)
        groups = try ParameterGroupSettings.rules(&reader, kind)
    }

    /// What is written about learning rates over time, each with the path of the setting that says so.
    var decays: [(path: String, group: Int?, decay: LearningRateDecay)] {
        [("decay", nil, decay)]
            + groups.enumerated().compactMap { index, group in
                group.decay.map { ("param_groups[\(index)].decay", index, $0) }
            }
    }

    /// The metrics that learning rates react to, each with the path of the setting that says so.
    var followedMetrics: [(path: String, metric: String)] {
        decays.compactMap { path, _, decay in
            if case .plateau(let plateau) = decay { ("\(path).metric", plateau.metric) } else { nil }
        }
    }

    /// Throws a `SettingError` if a schedule of time gives no learning rate at the start of one of the epochs, of which
    /// the first and last hundred are looked at.
    func checkSchedules(epochs: Int, stepsPerEpoch: Int) throws(SettingError) {
        let looked = Array(0..<min(epochs, 100)) + Array(max(100, epochs - 100)..<max(100, epochs))
        for (path, _, decay) in decays {
            guard case .timed = decay else { continue }
            let course = LearningRateCourse(decay, initial: learningRate)
            for epoch in looked {
                let moment = ScheduleMoment(
                    epoch: epoch, step: epoch * stepsPerEpoch, epochs: epochs, steps: epochs * stepsPerEpoch)
                let rate: Double
                do {
                    rate = try course.learningRate(at: moment)
                } catch {
                    throw SettingError(path: path, value: nil, rule: "\(error)".trimmingSuffix("."))
                }
                guard rate <= Double(Float.greatestFiniteMagnitude) else {
                    throw SettingError(
                        path: path, value: nil,
                        rule: "the learning rate at epoch \(epoch) is \(rate); float32 must hold it")
                }
            }
        }
    }

    /// Throws a `SettingError` if the optimizer takes several gradients of all examples for each step, and something else
    /// is at odds with that.
    func checkFullBatch(_ passes: PassSettings, stepsPerEpoch: Int) throws(SettingError) {
        guard case .fullBatch = method else { return }
        let name = kind.rawValue
        if stepsPerEpoch > 1 {
            throw SettingError(
                path: "batch_size", value: passes.batchSetting,
                rule: (passes.batchSetting == nil ? "it is missing; " : "")
                    + "the optimizer '\(name)' takes all examples in each step; write full")
        }
        for (setting, limit) in [("clip_norm", clipNorm), ("clip_value", clipValue)] {
            guard let limit else { continue }
            throw SettingError(
                path: setting, value: .number(limit),
                rule: "the optimizer '\(name)' follows the loss itself, so its gradient cannot be clipped")
        }
        if passes.precision == .float16 {
            throw SettingError(
                path: "precision", value: .string(passes.precision.rawValue),
                rule: "the optimizer '\(name)' follows the loss itself, which cannot be scaled; "
                    + "use bfloat16 or float32")
        }
        for (index, group) in groups.enumerated() where !group.isFrozen {
            throw SettingError(
                path: "param_groups[\(index)].match", value: .string(group.match),
                rule: "the optimizer '\(name)' has one learning rate and no weight decay; a group can only be frozen")
        }
    }
}

extension OptimizerKind {
    /// That of configurations which name none.
    static let standard = OptimizerKind.adam
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
