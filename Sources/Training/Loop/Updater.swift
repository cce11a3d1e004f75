import Networks
import Optimizers
import Settings
import Tensors

/// The optimizer of a training with its state: one that takes a gradient for each step, or one that asks for several.
enum Updater {
    case perStep(Optimizer)
    case fullBatch(LBFGSOptimizer, [ParameterGroup])

    /// Throws where the plan asks for what its optimizer cannot do.
    init(_ plan: TrainingPlan, _ network: Network, isFullBatch: Bool) throws(SettingError) {
        let groups = try ParameterGroupRule.groups(
            plan.parameterGroups, of: network.layout, weightDecay: plan.weightDecay)
        switch plan.optimizer {
        case .perStep(let rule):
            self = .perStep(Optimizer(rule, parameterCount: network.layout.count, groups: groups))
        case .fullBatch(let rule):
            guard isFullBatch else {
                throw SettingError(
                    path: "batch_size", value: plan.batchSize.setting,
                    rule: "the optimizer takes steps of the full batch only; write 'full'")
            }
            for (name, limit) in [("clip_norm", plan.clipNorm), ("clip_value", plan.clipValue)] {
                guard let limit else { continue }
                throw SettingError(
                    path: name, value: .number(limit),
                    rule: "the optimizer follows the loss itself, so that its gradient cannot be clipped")
            }
            guard plan.precision != .float16 else {
                throw SettingError(
                    path: "precision", value: .string(plan.precision.rawValue),
                    rule: "the optimizer follows the loss itself, which cannot be scaled; use bfloat16 or float32")
            }
            for (index, group) in plan.parameterGroups.enumerated() where !group.isPlainOrFrozen {
                throw SettingError(
                    path: "param_groups[\(index)]", value: nil,
                    rule: "the optimizer has one learning rate and no weight decay; a group can only be frozen")
            }
            let ranges = groups.filter { !$0.isFrozen }.flatMap(\.ranges)
                .sorted { $0.lowerBound < $1.lowerBound }
            self = .fullBatch(LBFGSOptimizer(rule, parameterCount: network.layout.count, ranges: ranges), groups)
        }
    }

    /// Those of the plan's rules, and after them that of all other parameters, if there are any.
    var groups: [ParameterGroup] {
        switch self {
        case .perStep(let optimizer): optimizer.groups
        case .fullBatch(_, let groups): groups
        }
    }

    /// Where the parameters are that it moves.
    var trainedRanges: [Range<Int>] {
        switch self {
        case .perStep(let optimizer): optimizer.groups.filter { !$0.isFrozen }.flatMap(\.ranges)
        case .fullBatch(let optimizer, _): optimizer.ranges
        }
    }

    func exportState() -> OptimizerState {
        switch self {
        case .perStep(let optimizer): optimizer.exportState()
        case .fullBatch(let optimizer, _): optimizer.exportState()
        }
    }

    func importState(_ state: OptimizerState) throws(OptimizerStateError) {
        switch self {
        case .perStep(let optimizer): try optimizer.importState(state)
        case .fullBatch(let optimizer, _): try optimizer.importState(state)
        }
    }
}
