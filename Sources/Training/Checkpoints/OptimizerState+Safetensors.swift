public import Optimizers
public import Tensors

/// State of optimizers and schedules in a file: buffers as tensors `optimizer.exp_avg` …, as long as all parameters
/// together, and single numbers as text `optimizer.groups.0.step` … in the metadata.
extension OptimizerState {
    public func write(to file: inout SafetensorsWriter, prefix: String = "optimizer.") {
        for name in buffers.keys.sorted() {
            let buffer = FloatBuffer(buffers[name] ?? [])
            file.add(prefix + name, shape: [buffer.count], buffer, 0..<buffer.count)
        }
        for (name, text) in numberTexts { file.metadata[prefix + name] = text }
    }

    /// Reads back all that was written with `prefix`.
    public init(_ file: SafetensorsFile, prefix: String = "optimizer.") throws(OptimizerStateError) {
        var buffers: [String: [Float]] = [:]
        for name in file.names where name.hasPrefix(prefix) {
            buffers[String(name.dropFirst(prefix.count))] = file.numbers(of: name)
        }
        try self.init(buffers: buffers, numberTexts: file.metadata(prefix: prefix))
    }
}

extension SafetensorsFile {
    /// The metadata whose names begin with `prefix`, by what follows it.
    func metadata(prefix: String) -> [String: String] {
        var texts: [String: String] = [:]
        for (name, text) in metadata where name.hasPrefix(prefix) {
            texts[String(name.dropFirst(prefix.count))] = text
        }
        return texts
    }
}
