import Foundation
import Networks
import Optimizers
import Testing

@testable import Training

@Suite("Going on from a checkpoint")
struct ResumptionTests {
    /// Stops before several steps, in the middle and at the border of epochs, each time going on in a new attempt.
    private func measureWithStops(_ training: SmallTraining, every steps: Int) throws -> [MeasurementLog.Entry] {
        let folder = try TemporaryFolder()
        let log = MeasurementLog()
        var earlier: CheckpointFolder?
        for attempt in 0..<100 {
            let trainer = try training.trainer()
            if let earlier { log.cut(at: try trainer.restore(from: earlier)) }
            let own = CheckpointFolder(path: try folder.folder("attempt.\(attempt)"), identity: "trial")
            if try trainer.run(log.hooks(stopBefore: steps), checkpoints: own) == .finished { return log.ordered }
            earlier = own
        }
        Issue.record("the training does not come to an end")
        return []
    }

    @Test("after stops anywhere gives the same measurements to the last bit", arguments: OptimizerKind.allCases)
    func resumesExactly(_ optimizer: OptimizerKind) throws {
        let training = try SmallTraining(optimizer)
        let expected = try training.measurements()
        for steps in optimizer == .lbfgs ? [1, 2] : [1, 5, 13] {
            #expect(try measureWithStops(training, every: steps) == expected, "stopped every \(steps) steps")
        }
    }

    @Test("after early stopping with the best weights restored gives the same measurements")
    func resumesEarlyStopping() throws {
        var training = try SmallTraining(epochs: 40)
        training.plan.learningRate = 0.3
        training.plan.earlyStopping = EarlyStopping(metric: .devLoss, patience: 3)
        let expected = try training.measurements()
        #expect(expected.filter { $0.metric == .devLoss }.count < 40)
        #expect(try measureWithStops(training, every: 5) == expected)
    }

    @Test("with one shuffling for all epochs, or none, gives the same measurements", arguments: Shuffle.allCases)
    func resumesShuffling(_ shuffle: Shuffle) throws {
        var training = try SmallTraining(.sgd)
        training.plan.shuffle = shuffle
        #expect(try measureWithStops(training, every: 5) == training.measurements())
    }

    @Test("with noise on the examples gives the same measurements")
    func resumesAugmentation() throws {
        var training = try SmallTraining()
        training.plan.augmentations = [Noise(0.3)]
        #expect(try measureWithStops(training, every: 5) == training.measurements())
    }

    @Test("with steps of float16 left out in an epoch counts them all")
    func resumesSkippedSteps() throws {
        var training = try SmallTraining()
        training.plan.precision = .float16
        training.scaleInputs(by: 3000)
        let expected = try training.measurements()
        #expect(expected.contains { $0.metric == .skippedSteps && $0.value > 1 })
        for steps in [1, 5] { #expect(try measureWithStops(training, every: steps) == expected) }
    }

    @Test("in a short number format gives the same measurements", arguments: [Precision.bfloat16, .float16])
    func resumesPrecision(_ precision: Precision) throws {
        var training = try SmallTraining()
        training.plan.precision = precision
        #expect(try measureWithStops(training, every: 5) == training.measurements())
    }

    @Test("after a kill starts from the last checkpoint, and what was measured after it is measured again")
    func resumesAfterKill() throws {
        let training = try SmallTraining(epochs: 6)
        let folder = try TemporaryFolder()
        let checkpoints = CheckpointFolder(path: folder.path, identity: "trial")
        let log = MeasurementLog()
        struct Kill: Error {}
        var hooks = log.hooks()
        let report = hooks.report
        hooks.report = { measured in
            log.now += 0.3
            if measured.epoch == 5 { throw Kill() }
            try report(measured)
        }
        #expect(throws: Kill.self) { try training.trainer().run(hooks, checkpoints: checkpoints) }
        let trainer = try training.trainer()
        log.cut(at: try trainer.restore(from: checkpoints))
        let again = CheckpointFolder(path: try folder.folder("again"), identity: "trial")
        #expect(try trainer.run(log.hooks(), checkpoints: again) == .finished)
        let timeless = log.ordered.filter { $0.metric != .epochSeconds }
        #expect(timeless == (try training.measurements()).filter { $0.metric != .epochSeconds })
        #expect(FileManager.default.fileExists(atPath: again.best))
    }

    @Test("a finished training only judges its best weights again")
    func finishedTrainingEnds() throws {
        let training = try SmallTraining()
        let folder = try TemporaryFolder()
        let checkpoints = CheckpointFolder(path: folder.path, identity: "trial")
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks(), checkpoints: checkpoints)
        let trainer = try training.trainer()
        let whole = log.entries
        log.cut(at: try trainer.restore(from: checkpoints))
        #expect(log.entries.count == whole.count - 5)
        #expect(try trainer.run(log.hooks()) == .finished)
        #expect(log.entries == whole)
    }
}
