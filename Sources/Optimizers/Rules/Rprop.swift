import CKernels
public import Settings

/// Steps of a size of each parameter's own, which grows while the gradient keeps its sign and shrinks when it turns.
///
///     g·p > 0: s ← min(s·η⁺, s_max);   g·p < 0: s ← max(s·η⁻, s_min) and g ← 0
///     w ← w − s·sign(g)
///     p ← g
///
/// η⁻ and η⁺ are `etas`, s_min and s_max `step_sizes`, s `step_size`, p `prev`, the gradient before. The learning rate is
/// where s starts, and is not read again; so a schedule has no effect. It is made for full batches.
///
/// Source: M. Riedmiller and H. Braun, "A direct adaptive method for faster backpropagation learning: the RPROP
/// algorithm", 1993, in the form without weight backtracking of C. Igel and M. Hüsken, "Improving the Rprop learning
/// algorithm", 2000 (iRprop⁻).
public struct Rprop: OptimizerRule {
    public static let defaultLearningRate = 1e-2
    public static let hasWeightDecay = false

    let shrink: Double
    let grow: Double
    let least: Double
    let most: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        (shrink, grow) = try reader.pair("etas", default: (0.5, 1.2), .positive)
        guard shrink < 1, grow > 1 else {
            throw reader.error("etas", reader.value("etas"), "it must be a number below 1 and one above 1")
        }
        (least, most) = try reader.pair("step_sizes", default: (1e-6, 50), .notNegative)
        guard least <= most else {
            throw reader.error("step_sizes", reader.value("step_sizes"), "the first number must not exceed the second")
        }
    }

    public var buffers: [StateBuffer] { [StateBuffer("prev"), StateBuffer("step_size")] }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let scalars = rprop_scalars(
            shrink: Float(shrink), grow: Float(grow), least: Float(least), most: Float(most),
            first_size: Float(step.learningRate), is_first: step.count == 1)
        optimizer_rprop(slice.parameters, slice.gradients, slice.state(0), slice.state(1), slice.count, scalars)
    }
}
