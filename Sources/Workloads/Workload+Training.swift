import Datasets
import Foundation
import Networks
import Settings
public import Sweeps
import Tensors
import Training

extension Workload {
    /// Trains to the end, or until it is asked to stop, and goes on from an earlier attempt's checkpoint if there is one.
    ///
    /// Equal seeds give equal measurements to the last bit, however often the training is interrupted.
    ///
    /// Throws what the attempt's closures throw, a `CheckpointWriteError` if a checkpoint cannot be written, and a
    /// `DataError` if the data are not those that the workload was made for.
    public func train(seed: Int, attempt: TrainingAttempt) throws -> AttemptEnd {
        let split = try split(seed: seed)
        let trainer = try start(attempt, split, seed: UInt64(bitPattern: Int64(seed)))
        do {
            return try trainer.run(hooks(attempt), checkpoints: checkpoints(attempt.folder, attempt)).end
        } catch let error as FileWriteError {
            throw CheckpointWriteError(path: error.path, errno: error.code)
        }
    }

    /// The data for trials of a seed. Throws a `DataError` if they are not those that the workload was made for.
    func split(seed: Int) throws -> DataSplit {
        let split = try cache.data.split(of: dataSettings, trialSeed: seed)
        guard split.summary.fingerprint == dataFingerprint else {
            throw DataError(path: dataSettings.name, rule: "the data have changed since this training was planned")
        }
        return split
    }

    /// A trainer that stands at the newest whole checkpoint of earlier attempts, else at the start.
    private func start(_ attempt: TrainingAttempt, _ split: DataSplit, seed: UInt64) throws -> Trainer {
        for folder in attempt.earlierFolders {
            let checkpoints = checkpoints(folder, attempt)
            guard FileManager.default.fileExists(atPath: checkpoints.last) else { continue }
            let trainer = try makeTrainer(Network(architecture(split)), split, seed: seed)
            do {
                let position = try trainer.restore(from: checkpoints)
                if let reason = try attempt.lostMeasurements(folder, position) {
                    throw CheckpointError.unproven(path: checkpoints.last, reason: reason)
                }
                try attempt.begin(folder, position)
                return trainer
            } catch let error as CheckpointError {
                let aside = error.setAside().map { " The checkpoint is now '\($0)'." } ?? ""
                attempt.warn("\(error)\(aside) The training goes on from an earlier one, or from the start.")
            }
        }
        let trainer = try makeTrainer(makeNetwork(split, seed: seed), split, seed: seed)
        try attempt.begin(nil, 0)
        return trainer
    }

    private func makeTrainer(_ network: Network, _ split: DataSplit, seed: UInt64) throws -> Trainer {
        try Trainer(plan(seed: seed), network, TrainingData(train: split.train, dev: split.dev, test: split.test))
    }

    private func architecture(_ split: DataSplit) -> Architecture {
        settings.network.architecture(inputs: split.train.width, outputs: loss.outputs)
    }

    /// The network with its initial weights.
    func makeNetwork(_ split: DataSplit, seed: UInt64) throws -> Network {
        switch settings.network.start {
        case .drawn(let initialization):
            return Network(architecture(split), initialization, seed: seed)
        case .file(let path):
            let network = Network(architecture(split))
            try network.read(SafetensorsFile(path: path))
            return network
        }
    }

    func plan(seed: UInt64) -> TrainingPlan {
        let (optimization, passes) = (settings.optimization, settings.passes)
        var plan = TrainingPlan(
            epochs: passes.epochs, loss: loss.loss, optimizer: optimization.method,
            learningRate: optimization.learningRate, weightDecay: optimization.weightDecay, seed: seed)
        plan.batchSize = passes.batchSize
        plan.shuffle = passes.shuffle
        plan.evaluateEvery = passes.evaluateEvery
        plan.checkpointEvery = passes.checkpointEvery
        plan.decay = optimization.decay
        plan.l1 = optimization.l1
        plan.clipNorm = optimization.clipNorm
        plan.clipValue = optimization.clipValue
        plan.parameterGroups = optimization.groups
        plan.augmentations = augmentations
        plan.precision = passes.precision
        plan.earlyStopping = settings.earlyStopping
        plan.objective = objective
        return plan
    }

    private func checkpoints(_ folder: String, _ attempt: TrainingAttempt) -> CheckpointFolder {
        CheckpointFolder(path: folder, identity: attempt.identity)
    }

    private func hooks(_ attempt: TrainingAttempt) -> TrainingHooks {
        let began = ContinuousClock.now
        return TrainingHooks(
            report: { measured in
                try attempt.report(
                    MeasurementRun(
                        metric: measured.name, epoch: measured.epoch, firstStep: measured.firstStep,
                        values: measured.values))
            },
            epochEnded: attempt.epochEnded, journalPosition: attempt.journalPosition,
            stopRequested: attempt.stopRequested,
            clock: { (ContinuousClock.now - began) / .seconds(1) })
    }
}

extension TrainingOutcome {
    fileprivate var end: AttemptEnd {
        switch self {
        case .finished: .finished
        case .diverged(let metric, let epoch, let step):
            .diverged(step: step, value: AttemptEnd.WildValue(metric: metric.rawValue, epoch: epoch))
        case .stopped: .interrupted(.askedToStop)
        }
    }
}
