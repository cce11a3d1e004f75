import Networks
import Optimizers
import Settings
import Training

/// Trains a case as `sweep` does, and tells how long its passes over the training data take.
struct OwnTraining {
    let benchmark: BenchmarkCase
    let examples: RandomExamples

    /// The seconds of each pass: shuffling, gathering, loss, gradient and update. A first pass, which warms up, and the
    /// evaluation are left out.
    func time(passes: Int) throws -> [Double] {
        var reader = SettingReader(["name": .string(benchmark.optimizer.rawValue)])
        let method = try OptimizerKind(&reader).makeMethod(&reader)
        let loss: any Loss = benchmark.outputs == 1 ? BinaryCrossEntropy() : CrossEntropy()
        var plan = TrainingPlan(epochs: passes + 1, loss: loss, optimizer: method, learningRate: 1e-3, seed: 1)
        plan.batchSize = .count(benchmark.batchSize)
        plan.objective = TrainingObjective(metric: .trainLoss)
        plan.evaluateEvery = passes + 1
        let architecture = Architecture(
            inputs: benchmark.inputs, hidden: benchmark.hidden, outputs: benchmark.outputs)
        var seconds: [Double] = []
        let hooks = TrainingHooks(
            report: { measured in
                if measured.metric == .epochSeconds { seconds += measured.values }
            },
            clock: { ProcessorTime.now })
        let trainer = try Trainer(plan, Network(architecture, seed: 1), TrainingData(train: examples))
        let outcome = try trainer.run(hooks)
        guard outcome == .finished else { throw BenchmarkError.endedEarly(benchmark.name, outcome) }
        return Array(seconds.dropFirst())
    }
}
