import Optimizers
import Tensors

/// What a checkpoint keeps of the optimizer, the learning rates and the loss scaling, under `optimizer.…`, `schedule.…` and
/// `loss_scaling.…`.
extension TrainingStep {
    private static var schedulePrefix: String { "schedule." }
    private static var scalingPrefix: String { "loss_scaling." }

    func write(to file: inout SafetensorsWriter) {
        updater.exportState().write(to: &file)
        OptimizerState(numbers: rates.exportState()).write(to: &file, prefix: Self.schedulePrefix)
        for (name, text) in scaling?.numberTexts ?? [:] { file.metadata[Self.scalingPrefix + name] = text }
    }

    mutating func restore(from file: SafetensorsFile) throws(CheckpointError) {
        if scaling != nil {
            guard let saved = LossScaling(numberTexts: file.metadata(prefix: Self.scalingPrefix)) else {
                throw .foreign(path: file.path, reason: "it has no loss scaling")
            }
            scaling = saved
        }
        do throws(OptimizerStateError) {
            try updater.importState(OptimizerState(file))
            try rates.importState(OptimizerState(file, prefix: Self.schedulePrefix).numbers)
        } catch {
            throw .foreign(path: file.path, reason: error.description.trimmingEnd("."))
        }
    }
}

extension String {
    fileprivate func trimmingEnd(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : self
    }
}
