import Networks
import Optimizers
import Tensors

extension Trainer {
    /// Takes on the state of an earlier attempt, as its `last.safetensors` has it.
    ///
    /// After it, `run` measures what the undisturbed training would have measured from there on, bit for bit. On an
    /// error the trainer is of no more use; make a new one.
    ///
    /// - Returns: how far the journal had come when the checkpoint was taken.
    public func restore(from folder: CheckpointFolder) throws(CheckpointError) -> Int {
        let file = try folder.read(folder.last)
        guard let progress = TrainingProgress(metadata: file.metadata),
            progress.epoch <= plan.epochs, progress.stepInEpoch < stepsPerEpoch,
            let position = file.journalPosition
        else {
            throw .foreign(path: file.path, reason: "its metadata do not fit this training")
        }
        do throws(SafetensorsError) {
            try network.read(file)
            try earlyBest.map { (copy) throws(SafetensorsError) in
                if progress.earlyStopping.best != nil { try copy.read(file, prefix: Self.earlyPrefix) }
            }
        } catch {
            throw CheckpointError(error)
        }
        try step.restore(from: file)
        if progress.best != nil {
            let bestFile = try folder.read(folder.best)
            do {
                try best.read(bestFile)
            } catch {
                throw CheckpointError(error)
            }
            // The new attempt's folder has no copy of its own yet.
            isBestUnwritten = true
        }
        self.progress = progress
        return position
    }

    func checkpoint(journalPosition: Int) -> SafetensorsWriter {
        var file = SafetensorsWriter()
        network.write(to: &file)
        if progress.earlyStopping.best != nil { earlyBest?.write(to: &file, prefix: Self.earlyPrefix) }
        step.write(to: &file)
        file.metadata.merge(progress.metadata) { _, new in new }
        file.metadata["step"] = String(stepsBehind)
        file.metadata["journal_position"] = String(journalPosition)
        return file
    }

    func bestCheckpoint() -> SafetensorsWriter {
        var file = SafetensorsWriter()
        best.write(to: &file)
        file.metadata["metric"] = plan.objective.metric.rawValue
        file.metadata["value"] = progress.best?.value.description
        file.metadata["epoch"] = (progress.best?.epoch).map(String.init)
        return file
    }

    private static var earlyPrefix: String { "early_stopping." }
}
