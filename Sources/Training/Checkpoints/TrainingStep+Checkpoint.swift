import Optimizers
import Tensors

/// What a checkpoint keeps of the optimizer and the learning rates: tensors `optimizer.exp_avg` … as long as all
/// parameters together, numbers `optimizer.groups.0.step` …, `schedule.best` … and `loss_scaling.factor` … in the metadata.
extension TrainingStep {
    private static var optimizerPrefix: String { "optimizer." }
    private static var schedulePrefix: String { "schedule." }
    private static var scalingPrefix: String { "loss_scaling." }

    func write(to file: inout SafetensorsWriter) {
        let state = updater.exportState()
        for name in state.buffers.keys.sorted() {
            let buffer = FloatBuffer(state.buffers[name] ?? [])
            file.add(Self.optimizerPrefix + name, shape: [buffer.count], buffer, 0..<buffer.count)
        }
        for (name, text) in state.numberTexts { file.metadata[Self.optimizerPrefix + name] = text }
        for (name, text) in OptimizerState(numbers: rates.exportState()).numberTexts {
            file.metadata[Self.schedulePrefix + name] = text
        }
        for (name, text) in scaling?.numberTexts ?? [:] { file.metadata[Self.scalingPrefix + name] = text }
    }

    mutating func restore(from file: SafetensorsFile) throws(CheckpointError) {
        if scaling != nil {
            guard let saved = LossScaling(numberTexts: Self.texts(Self.scalingPrefix, of: file)) else {
                throw .foreign(path: file.path, reason: "it has no loss scaling")
            }
            scaling = saved
        }
        do throws(OptimizerStateError) {
            try updater.importState(
                OptimizerState(
                    buffers: Self.buffers(of: file),
                    numberTexts: Self.texts(Self.optimizerPrefix, of: file)))
            let schedule = try OptimizerState(
                buffers: [:], numberTexts: Self.texts(Self.schedulePrefix, of: file))
            try rates.importState(schedule.numbers)
        } catch {
            throw .foreign(path: file.path, reason: error.description.trimmingEnd("."))
        }
    }

    private static func texts(_ prefix: String, of file: SafetensorsFile) -> [String: String] {
        var texts: [String: String] = [:]
        for (name, text) in file.metadata where name.hasPrefix(prefix) {
            texts[String(name.dropFirst(prefix.count))] = text
        }
        return texts
    }

    private static func buffers(of file: SafetensorsFile) -> [String: [Float]] {
        var buffers: [String: [Float]] = [:]
        for name in file.names where name.hasPrefix(optimizerPrefix) {
            buffers[String(name.dropFirst(optimizerPrefix.count))] = file.numbers(of: name)
        }
        return buffers
    }
}

extension String {
    fileprivate func trimmingEnd(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : self
    }
}
