import Datasets
import Networks
import Optimizers
import Randomness
import Settings

@testable import Training

/// A training of a few milliseconds with everything in it that a resumption must get right: short last batches,
/// shuffling, dropout, batch normalisation, a schedule, a dev and a test set.
struct SmallTraining {
    var architecture = Architecture(
        inputs: 4, hidden: [6, 5], outputs: 3, activation: .gelu, batchNormalization: true, dropout: 0.2)
    var plan: TrainingPlan
    var data: TrainingData

    init(_ optimizer: OptimizerKind = .adam, epochs: Int = 4) throws {
        var reader = SettingReader([:])
        plan = TrainingPlan(
            epochs: epochs, loss: CrossEntropy(), optimizer: try optimizer.makeMethod(&reader),
            learningRate: 0.01, seed: 3)
        plan.batchSize = optimizer == .lbfgs ? .full : .count(8)
        var decay = SettingReader(["name": .string("hyperbola"), "rate": .double(0.2), "per": .string("step")])
        plan.decay = try LearningRateDecay(&decay)
        data = TrainingData(
            train: Self.blobs(45, seed: 1), dev: Self.blobs(20, seed: 2), test: Self.blobs(20, seed: 3))
    }

    /// Three overlapping clouds of points.
    static func blobs(_ count: Int, seed: UInt64) -> RowSource {
        var stream = RandomStream(seed: seed, .data)
        let classes = (0..<count).map { Int32($0 % 3) }
        let rows = classes.map { label in
            (0..<4).map { column in Float(stream.normal() + (column == Int(label) ? 1.5 : 0)) }
        }
        return RowSource(rows: rows, targets: .classes(classes, count: 3))
    }

    func trainer() throws -> Trainer {
        try Trainer(plan, Network(architecture, seed: plan.seed), data)
    }

    /// Inputs of 3000 make a gradient that, scaled by 65536, is beyond what float16 holds.
    mutating func scaleInputs(by factor: Float) {
        guard let source = data.train as? RowSource else { return }
        data.train = RowSource(rows: source.rows.map { $0.map { $0 * factor } }, targets: source.targets)
        architecture.batchNormalization = false
        plan.learningRate = 1e-9
    }

    /// What the undisturbed training measures.
    func measurements() throws -> [MeasurementLog.Entry] {
        let log = MeasurementLog()
        _ = try trainer().run(log.hooks())
        return log.ordered
    }
}
