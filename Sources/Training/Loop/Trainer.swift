import Datasets
public import Networks
import Optimizers
public import Settings
import Tensors

/// Trains a network by a plan and keeps checkpoints, so that it can go on from any of them as if nothing had happened.
///
///     let trainer = try Trainer(plan, network, data)
///     let outcome = try trainer.run(hooks, checkpoints: folder)
///
/// At the end the network has its last weights, or those that early stopping restores. A class, since it owns the
/// memory of a training; one trainer trains once.
public final class Trainer {
    public let network: Network
    let plan: TrainingPlan
    let train: LabelledExamples
    let dev: LabelledExamples?
    let test: LabelledExamples?
    /// The examples of a full step.
    let batchSize: Int
    /// The memory of a step's examples, or of a slice of them.
    let batch: Batch
    let augmenter: Augmenter
    var step: TrainingStep
    let evaluator: Evaluator
    let stepsPerEpoch: Int
    var order: EpochOrder
    var progress = TrainingProgress()
    /// The weights of the best evaluation, by the plan's objective; meaningless before the first.
    let best: WeightsCopy
    /// The same by early stopping's metric, where they are to be restored.
    let earlyBest: WeightsCopy?
    /// Whether `best` has changed since it was last written.
    var isBestUnwritten = false

    /// Throws where plan, network and data do not fit together; nothing is trained yet.
    public init(_ plan: TrainingPlan, _ network: Network, _ data: TrainingData) throws(SettingError) {
        let outputs = network.architecture.outputs
        self.plan = plan
        self.network = network
        train = try LabelledExamples(data.train, for: plan.loss, outputs: outputs)
        dev = try data.dev.map { (source) throws(SettingError) in
            try LabelledExamples(source, for: plan.loss, outputs: outputs)
        }
        test = try data.test.map { (source) throws(SettingError) in
            try LabelledExamples(source, for: plan.loss, outputs: outputs)
        }
        precondition(
            data.train.width == network.architecture.inputs,
            "\(data.train.width) features for a network of \(network.architecture.inputs) inputs")
        try Self.check(plan.objective.metric.rawValue, at: "metric", data)
        if let stopping = plan.earlyStopping {
            try Self.check(stopping.metric.rawValue, at: "early_stopping.metric", data)
        }
        let batchSize = plan.batchSize.count(of: train.count)
        precondition(batchSize >= 1, "a batch size of \(batchSize)")
        stepsPerEpoch = (train.count + batchSize - 1) / batchSize
        let capacity = StepExamples.capacity(
            of: batchSize, width: network.architecture.inputs, network.architecture, plan)
        self.batchSize = batchSize
        batch = Batch(capacity: capacity, width: network.architecture.inputs, outputs: outputs)
        augmenter = Augmenter(plan.augmentations, width: network.architecture.inputs, seed: plan.seed)
        order = EpochOrder(plan.shuffle, count: train.count, seed: plan.seed)
        step = try TrainingStep(network, plan, batchSize: batchSize, capacity: capacity, stepsPerEpoch: stepsPerEpoch)
        for metric in step.rates.metrics {
            try Self.check(metric, at: "decay.metric", data)
        }
        evaluator = Evaluator(
            network, plan.loss, precision: plan.precision, largest: max(train.count, dev?.count ?? 0, test?.count ?? 0))
        best = WeightsCopy(like: network)
        earlyBest = plan.earlyStopping?.restoreBest == true ? WeightsCopy(like: network) : nil
    }

    private static func check(_ name: String, at path: String, _ data: TrainingData) throws(SettingError) {
        func error(_ rule: String) -> SettingError {
            SettingError(path: path, value: .string(name), rule: rule)
        }
        let known = Metric.allCases.filter(\.isOfEvaluation)
        guard let metric = known.first(where: { $0.rawValue == name }), case .score(let score, let part) = metric else {
            throw error(SettingError.unknown("metric of whole sets", name, among: known.map(\.rawValue)))
        }
        if part == .dev, data.dev == nil { throw error("there is no dev set") }
        guard score.isOf(data.train.targets) else {
            let targets = if case .values = data.train.targets { "numbers are" } else { "such classes are" }
            throw error("there is no \(score.rawValue) where \(targets) predicted")
        }
    }

    /// Trains from where the training stands to its end.
    ///
    /// Throws what the hooks throw, a `FileWriteError` where a checkpoint cannot be written, and a `ScheduleError` where
    /// a schedule gives no learning rate.
    ///
    /// - Parameter checkpoints: where they are kept; none without it.
    public func run(_ hooks: TrainingHooks, checkpoints: CheckpointFolder? = nil) throws -> TrainingOutcome {
        var keeper = CheckpointKeeper(checkpoints, now: hooks.clock())
        while progress.epoch < plan.epochs, !progress.isOver {
            if let end = try trainEpoch(hooks) {
                // What led to a loss that is no number is worth nothing, but the best epoch before it is.
                if end == .stopped {
                    try keeper.write(self, hooks)
                } else {
                    try keeper.writeBest(self)
                }
                return end
            }
            let isLast = progress.epoch == plan.epochs
            if isLast || progress.epoch.isMultiple(of: plan.evaluateEvery) {
                if let wild = try evaluate(hooks) {
                    try keeper.writeBest(self)
                    return .diverged(wild, epoch: progress.epoch, step: stepsBehind)
                }
            }
            try hooks.epochEnded()
            if isLast || progress.isOver {
                earlyBest?.give(to: network)
                try keeper.write(self, hooks)
            } else if progress.epoch.isMultiple(of: plan.checkpointEvery) {
                try keeper.writeIfDue(self, hooks)
            }
        }
        try conclude(hooks)
        return .finished
    }

    /// Steps behind over all epochs.
    var stepsBehind: Int { progress.epoch * stepsPerEpoch + progress.stepInEpoch }
}
