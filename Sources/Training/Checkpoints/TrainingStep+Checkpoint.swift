import Optimizers
import Tensors

/// The optimizer's state in a checkpoint: tensors `optimizer.exp_avg` … as long as all parameters together, and numbers
/// `optimizer.groups.0.step` … in the metadata.
extension TrainingStep {
    private static var prefix: String { "optimizer." }

    func writeOptimizer(to file: inout SafetensorsWriter) {
        let state = updater.exportState()
        for name in state.buffers.keys.sorted() {
            let buffer = FloatBuffer(state.buffers[name] ?? [])
            file.add(Self.prefix + name, shape: [buffer.count], buffer, 0..<buffer.count)
        }
        for (name, text) in state.numberTexts { file.metadata[Self.prefix + name] = text }
    }

    func restoreOptimizer(from file: SafetensorsFile) throws(CheckpointError) {
        func own(_ names: some Sequence<String>) -> [String] { names.filter { $0.hasPrefix(Self.prefix) } }
        var buffers: [String: [Float]] = [:]
        for name in own(file.names) {
            let shape = file.shape(of: name) ?? []
            let buffer = FloatBuffer(count: shape.reduce(1, *))
            do {
                try file.read(name, shape: shape, into: buffer.elements)
            } catch {
                throw CheckpointError(error)
            }
            buffers[String(name.dropFirst(Self.prefix.count))] = buffer.array
        }
        var texts: [String: String] = [:]
        for name in own(file.metadata.keys) { texts[String(name.dropFirst(Self.prefix.count))] = file.metadata[name] }
        do {
            try updater.importState(OptimizerState(buffers: buffers, numberTexts: texts))
        } catch {
            throw .foreign(path: file.path, reason: "\(error)".trimmingEnd("."))
        }
    }
}

extension String {
    fileprivate func trimmingEnd(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : self
    }
}
