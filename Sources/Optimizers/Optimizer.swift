public import Tensors

/// Takes the steps of a rule on one flat buffer of parameters, and owns the rule's state.
///
/// A step is `begin`, any number of `update` over disjoint ranges, `end`; or `step`, which does all three. How the
/// parameters are cut into ranges makes no difference to a single bit, so that a large layer can be updated block by
/// block while its gradient is still in the cache.
///
/// It is a class since it owns memory that is large, and that two owners could only spoil for each other.
public final class Optimizer {
    public let rule: any OptimizerRule
    public let parameterCount: Int
    /// Disjoint; a parameter in none of them is left as it is.
    public private(set) var groups: [ParameterGroup]

    let buffers: [FloatBuffer]
    private let bases: [UnsafeMutablePointer<Float>]
    var steps: [GroupStep]
    private var isWithinStep = false

    /// - Parameter groups: one group of all parameters unless said otherwise.
    public init(_ rule: any OptimizerRule, parameterCount: Int, groups: [ParameterGroup]? = nil) {
        self.rule = rule
        self.parameterCount = parameterCount
        self.groups = []
        buffers = rule.buffers.map { declared in
            let buffer = FloatBuffer(count: parameterCount)
            buffer.fill(declared.initial)
            return buffer
        }
        bases = buffers.map(\.pointer)
        steps = []
        for group in groups ?? [ParameterGroup(ranges: [0..<parameterCount])] { add(group) }
    }

    /// Adds a group whose parameters were in none so far, as when layers are freed for fine-tuning; its steps count
    /// from 1.
    public func add(_ group: ParameterGroup) {
        precondition(!isWithinStep, "a group is added between steps")
        for (index, range) in group.ranges.enumerated() {
            precondition(
                range.lowerBound >= 0 && range.upperBound <= parameterCount,
                "\(range) is not within the \(parameterCount) parameters")
            let others = groups.flatMap(\.ranges) + group.ranges[..<index]
            precondition(!others.contains { $0.overlaps(range) }, "\(range) overlaps an earlier range")
        }
        steps.append(GroupStep(count: 0, learningRate: 0, weightDecay: 0, numbers: rule.numbers.map(\.initial)))
        groups.append(group)
    }

    /// Changes how a group is trained, between steps; its ranges stay.
    public func changeGroup(_ index: Int, _ change: (inout ParameterGroup) -> Void) {
        precondition(!isWithinStep, "a group is changed between steps")
        let ranges = groups[index].ranges
        change(&groups[index])
        precondition(groups[index].ranges == ranges, "the ranges of group \(index) cannot be changed; add a group")
    }

    /// Begins a step.
    ///
    /// - Parameter learningRates: one for each group, before the group's own scale.
    public func begin(learningRates: [Double]) {
        precondition(learningRates.count == groups.count, "\(learningRates.count) rates for \(groups.count) groups")
        begin { learningRates[$0] }
    }

    /// Begins a step with one learning rate for all groups, before each group's own scale.
    public func begin(learningRate: Double) {
        begin { _ in learningRate }
    }

    private func begin(_ learningRate: (Int) -> Double) {
        precondition(!isWithinStep, "the last step has not ended")
        isWithinStep = true
        for index in groups.indices where !groups[index].isFrozen {
            steps[index].count += 1
            steps[index].learningRate = learningRate(index) * groups[index].learningRateScale
            steps[index].weightDecay = groups[index].weightDecay
            rule.begin(&steps[index])
        }
    }

    /// Takes the step for the parameters of `range` that are in a group which is not frozen.
    ///
    /// - Parameters:
    ///   - parameters: the whole flat buffer, `[parameterCount]`.
    ///   - gradients: those of `range` only, `[range.count]`.
    public func update(
        _ range: Range<Int>, of parameters: UnsafeMutableBufferPointer<Float>, gradients: UnsafeBufferPointer<Float>
    ) {
        precondition(isWithinStep, "update(_:of:gradients:) comes between begin and end")
        precondition(parameters.count == parameterCount, "\(parameters.count) of \(parameterCount) parameters")
        precondition(gradients.count == range.count, "\(gradients.count) gradients for \(range)")
        precondition(
            range.lowerBound >= 0 && range.upperBound <= parameterCount, "\(range) of \(parameterCount) parameters")
        guard let parameters = parameters.baseAddress, let gradients = gradients.baseAddress else { return }
        for (group, step) in zip(groups, steps) where !group.isFrozen {
            for part in group.ranges {
                let part = part.clamped(to: range)
                guard !part.isEmpty else { continue }
                let slice = ParameterSlice(
                    count: part.count, parameters: parameters + part.lowerBound,
                    gradients: gradients + (part.lowerBound - range.lowerBound), states: bases,
                    offset: part.lowerBound)
                rule.update(slice, step)
            }
        }
    }

    /// Ends the step.
    public func end() {
        precondition(isWithinStep, "no step has begun")
        isWithinStep = false
        for index in groups.indices where !groups[index].isFrozen { rule.end(&steps[index]) }
    }

    /// Takes one whole step.
    ///
    /// - Parameters:
    ///   - parameters: `[parameterCount]`, changed in place.
    ///   - gradients: `[parameterCount]`.
    ///   - learningRates: one for each group, before the group's own scale.
    public func step(
        parameters: UnsafeMutableBufferPointer<Float>, gradients: UnsafeBufferPointer<Float>, learningRates: [Double]
    ) {
        begin(learningRates: learningRates)
        update(0..<parameterCount, of: parameters, gradients: gradients)
        end()
    }

    /// Takes one whole step with one learning rate for all groups, before each group's own scale.
    public func step(
        parameters: UnsafeMutableBufferPointer<Float>, gradients: UnsafeBufferPointer<Float>, learningRate: Double
    ) {
        begin(learningRate: learningRate)
        update(0..<parameterCount, of: parameters, gradients: gradients)
        end()
    }

    /// Takes one whole step with one learning rate for all groups, before each group's own scale.
    public func step(parameters: FloatBuffer, gradients: FloatBuffer, learningRate: Double) {
        step(
            parameters: parameters.elements, gradients: UnsafeBufferPointer(gradients.elements),
            learningRate: learningRate)
    }
}
