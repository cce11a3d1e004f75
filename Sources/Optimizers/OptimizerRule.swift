/// How one kind of optimizer changes parameters: immutable, apart from its state and from the learning rate.
///
/// A rule works element by element, so that a step may be taken range by range, in any order, with the same result.
/// What a step needs beyond an element's own gradient and state is computed once per step and group in `begin`.
public protocol OptimizerRule: OptimizerDefinition {
    /// The state kept for each parameter, one number per parameter and buffer, under the names that PyTorch uses.
    var buffers: [StateBuffer] { get }

    /// The state kept for each group beside its count of steps.
    var numbers: [StateNumber] { get }

    /// Moves a group's own numbers on to the step that begins.
    func begin(_ step: inout GroupStep)

    /// Takes the step for the parameters of `slice`: one pass.
    func update(_ slice: ParameterSlice, _ step: GroupStep)

    /// Moves a group's own numbers on when the step has been taken.
    func end(_ step: inout GroupStep)
}

extension OptimizerRule {
    public var numbers: [StateNumber] { [] }
    public var method: OptimizerMethod { .perStep(self) }
    public func begin(_ step: inout GroupStep) {}
    public func end(_ step: inout GroupStep) {}
}

/// One number for each parameter, kept from step to step.
public struct StateBuffer: Hashable, Sendable {
    public let name: String
    /// What each element is before the first step.
    public let initial: Float

    public init(_ name: String, initial: Float = 0) {
        self.name = name
        self.initial = initial
    }
}

/// One number for a whole group, kept from step to step.
public struct StateNumber: Hashable, Sendable {
    public let name: String
    public let initial: Double

    public init(_ name: String, initial: Double) {
        self.name = name
        self.initial = initial
    }
}

/// What one step of one group is taken with.
public struct GroupStep: Sendable {
    /// Steps of this group so far, with this one: 1 in the first.
    public var count: Int
    public var learningRate: Double
    public var weightDecay: Double
    /// The rule's own numbers, in the order of `OptimizerRule.numbers`.
    public var numbers: [Double]
}

/// Consecutive parameters with their gradients and state.
///
/// It holds bare addresses for a kernel and is valid only within the call of `OptimizerRule.update` that gets it.
public struct ParameterSlice {
    public let count: Int
    public let parameters: UnsafeMutablePointer<Float>
    public let gradients: UnsafePointer<Float>
    let states: [UnsafeMutablePointer<Float>]
    let offset: Int

    /// The elements of the buffer `OptimizerRule.buffers[index]` that belong to these parameters.
    public func state(_ index: Int) -> UnsafeMutablePointer<Float> { states[index] + offset }
}
