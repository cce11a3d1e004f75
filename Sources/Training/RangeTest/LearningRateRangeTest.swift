public import Datasets
public import Networks
import Optimizers

/// Trains with a learning rate that grows from step to step, to find out which rates are useful.
///
/// L. N. Smith, "Cyclical learning rates for training neural networks", 2017, section 3.3.
public struct LearningRateRangeTest: Sendable {
    public let plan: TrainingPlan
    public let ladder: LearningRateLadder

    /// - Parameter plan: its learning rate and all schedules give way to the ladder; groups keep their scales.
    public init(_ plan: TrainingPlan, _ ladder: LearningRateLadder) {
        var plan = plan
        plan.decay = .timed(ladder)
        for index in plan.parameterGroups.indices { plan.parameterGroups[index].decay = nil }
        self.plan = plan
        self.ladder = ladder
    }

    /// Takes the steps, pass by pass over the examples, until the last one or until the loss has grown too much.
    ///
    /// Throws where plan, network and data do not fit together. Equal arguments give equal curves.
    ///
    /// - Parameter network: is left with the weights of the last step.
    public func run(_ network: Network, _ source: any ExampleSource) throws -> LearningRateCurve {
        let architecture = network.architecture
        precondition(
            source.width == architecture.inputs,
            "\(source.width) features for a network of \(architecture.inputs) inputs")
        let examples = try LabelledExamples(source, for: plan.loss, outputs: architecture.outputs)
        let batchSize = plan.batchSize.count(of: examples.count)
        let stepsPerEpoch = (examples.count + batchSize - 1) / batchSize
        var plan = plan
        plan.epochs = (ladder.steps - 1) / stepsPerEpoch + 1
        let capacity = StepExamples.capacity(of: batchSize, width: architecture.inputs, architecture, plan)
        let batch = Batch(capacity: capacity, width: architecture.inputs, outputs: architecture.outputs)
        let augmenter = Augmenter(plan.augmentations, width: architecture.inputs, seed: plan.seed)
        var order = EpochOrder(plan.shuffle, count: examples.count, seed: plan.seed)
        var step = try TrainingStep(
            network, plan, batchSize: batchSize, capacity: capacity, stepsPerEpoch: stepsPerEpoch)
        var curve = LearningRateCurve(steps: ladder.steps)
        for index in 0..<ladder.steps {
            let (epoch, place) = index.quotientAndRemainder(dividingBy: stepsPerEpoch)
            order.prepare(epoch: epoch)
            let first = place * batchSize
            let last = min(first + batchSize, examples.count)
            let loss = try order.indices.withUnsafeBufferPointer { indices in
                let taken = StepExamples(
                    UnsafeBufferPointer(rebasing: indices[first..<last]), of: examples, in: batch, augmenter,
                    step: index)
                return try step.take(taken, step: index, measuresNorm: false).loss
            }
            if !curve.add(rate: ladder.rate(index), loss: loss) { break }
        }
        return curve
    }
}
