import Tensors

/// Decides when a training's checkpoints are written, and writes them.
struct CheckpointKeeper {
    private let folder: CheckpointFolder?
    /// When the last one was written, or the training began.
    private var lastWritten: Double

    init(_ folder: CheckpointFolder?, now: Double) {
        self.folder = folder
        lastWritten = now
    }

    /// Writes them unless the last ones are less than a second old: epochs can be much shorter than a write.
    mutating func writeIfDue(_ trainer: Trainer, _ hooks: TrainingHooks) throws {
        if hooks.clock() - lastWritten >= 1 { try write(trainer, hooks) }
    }

    /// Writes the best weights, if they are new, before the state that counts on them.
    mutating func write(_ trainer: Trainer, _ hooks: TrainingHooks) throws {
        guard let folder else { return }
        let position = try hooks.journalPosition()
        try writeBest(trainer)
        try folder.write(trainer.checkpoint(journalPosition: position), to: folder.last)
        lastWritten = hooks.clock()
    }

    func writeBest(_ trainer: Trainer) throws {
        guard let folder, trainer.isBestUnwritten else { return }
        try folder.write(trainer.bestCheckpoint(), to: folder.best)
        trainer.isBestUnwritten = false
    }
}
