import Randomness

/// What a source holds, told by its content: equal content prepared in the same way has the same key.
struct SourcePrint {
    let key: String
    /// Of the files' content, in their order.
    let files: [Fingerprint]

    /// Reads all files. Throws a `DataError` with the system's reason.
    init(
        _ source: any PreparableSource, _ files: [SourceFile], version: Int, _ report: @escaping ProgressReport
    ) throws {
        var fingerprint = Fingerprint(of: "prepared data, version \(version)\n\(source.recipe)\n")
        guard !files.isEmpty else {
            (key, self.files) = (fingerprint.description, [])
            return
        }
        let size = files.reduce(0) { $0 + ($1.stamp?.size ?? 0) }
        let progress = ProgressCounter(.reading, name: source.name, total: size, unit: .bytes, report: report)
        self.files = try Parallel.map(files) { try $0.fingerprint(progress.add) }
        for (file, print) in zip(files, self.files) { fingerprint.combine("\(print) \(file.name)\n") }
        key = fingerprint.description
    }
}
