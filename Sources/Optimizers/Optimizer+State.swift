import Tensors

extension Optimizer {
    /// A copy of the state, to be taken between steps.
    public func exportState() -> OptimizerState {
        var state = OptimizerState()
        for (declared, buffer) in zip(rule.buffers, buffers) { state.buffers[declared.name] = buffer.array }
        for (index, step) in steps.enumerated() {
            state.numbers[Self.stepName(index)] = Double(step.count)
            for (declared, value) in zip(rule.numbers, step.numbers) {
                state.numbers[Self.name(declared, index)] = value
            }
        }
        return state
    }

    /// Goes on from a state that the same rule with as many groups exported; on an error nothing is changed.
    public func importState(_ state: OptimizerState) throws(OptimizerStateError) {
        var imported = steps
        for index in steps.indices {
            imported[index].count = try state.count(Self.stepName(index))
            for (position, declared) in rule.numbers.enumerated() {
                imported[index].numbers[position] = try state.number(Self.name(declared, index))
            }
        }
        var values: [[Float]] = []
        for declared in rule.buffers { values.append(try state.buffer(declared.name, count: parameterCount)) }
        try state.refuseOthers(than: exportState())
        for (buffer, values) in zip(buffers, values) { buffer.copy(from: values) }
        steps = imported
    }

    private static func stepName(_ group: Int) -> String { "groups.\(group).step" }

    private static func name(_ number: StateNumber, _ group: Int) -> String { "groups.\(group).\(number.name)" }
}
