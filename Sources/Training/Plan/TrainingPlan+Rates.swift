import Optimizers
public import Tensors

extension TrainingPlan {
    /// The learning rates that parameters would have, by name as they are measured; those that follow a metric are left
    /// out, since only training tells them.
    ///
    /// - Parameter most: about how many moments of each are wanted at most, spread evenly.
    public func learningRates(
        of layout: TensorLayout, stepsPerEpoch: Int, atMost most: Int
    ) throws -> [MeasuredValues] {
        let groups = try ParameterGroupRule.groups(parameterGroups, of: layout, weightDecay: weightDecay)
        var rates = LearningRates(self, groups: groups, stepsPerEpoch: stepsPerEpoch)
        var measured: [MeasuredValues] = []
        let stride = (epochs - 1) / most + 1
        let samples = min(stepsPerEpoch, max(1, most / epochs))
        for epoch in Swift.stride(from: 0, to: epochs, by: stride) {
            for sample in 1...samples {
                let step = epoch * stepsPerEpoch + stepsPerEpoch * sample / samples
                try rates.prepare(step: step - 1)
                for series in rates.series where !series.followsMetric && (series.isPerStep || sample == samples) {
                    measured.append(
                        MeasuredValues(
                            .learningRate, group: series.pattern, epoch: epoch + 1, step: step,
                            rates.rate(of: series)))
                }
            }
        }
        return measured
    }

    /// Whether the rate of any parameters follows a metric.
    public var followsMetric: Bool {
        ([decay] + parameterGroups.compactMap(\.decay)).contains { if case .plateau = $0 { true } else { false } }
    }
}
