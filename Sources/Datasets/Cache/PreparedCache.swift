import Foundation

/// A folder of prepared files, each named after the content it was made from, which all processes share.
///
/// A second name, after paths, sizes and times, leads to the first without reading the sources again. Processes take
/// turns at preparing the same data, and a file gets its name when it is whole and on the disk; without a lock, which
/// some network file systems do not have, two may prepare the same, and the later one's file takes the place of its
/// equal. What was used by nobody for a month is removed when something is prepared.
struct PreparedCache: Sendable {
    /// nil: what is prepared is kept no longer than the process has it open.
    let folder: String?
    /// Whether nothing is written: what is not in the folder is read and checked, and its examples are not to be had.
    let onlyChecks: Bool
    let report: ProgressReport

    /// The examples of a source, prepared now if that was not done before.
    ///
    /// - Parameter files: those of the source as they are now.
    /// Throws a `DataError`, a `SettingError` or a `PreparedWriteError`.
    func open(_ source: any PreparableSource, files: [SourceFile]) throws -> PreparedFile {
        let index = folder.map { SourceIndex(folder: $0, source: source, files: files) }
        if let folder, let index, let file = known(index, folder) { return file }
        defer { report(nil) }
        let now = Int(time(nil))
        let content = try SourcePrint(source, files, version: Self.version, report)
        let key = content.key
        let file = try folder.flatMap { Self.known(key, $0) } ?? prepare(source, files, content)
        // A file that was written this very moment could change again without a new time.
        if !onlyChecks, !files.contains(where: { $0.stamp?.isFresh(at: now) ?? false }) { index?.write(key) }
        return file
    }

    private func known(_ index: SourceIndex, _ folder: String) -> PreparedFile? {
        index.read().flatMap { Self.known($0, folder) }
    }

    private static func known(_ key: String, _ folder: String) -> PreparedFile? {
        let path = path(key, folder)
        guard let file = PreparedFile(path: path, key: key) else { return nil }
        PreparedFolder.markAsUsed(path)
        return file
    }

    private func prepare(
        _ source: any PreparableSource, _ files: [SourceFile], _ print: SourcePrint
    ) throws -> PreparedFile {
        if onlyChecks { return try written(source, files, print, to: .nowhere).file }
        guard let folder else {
            return try written(source, files, print, to: .folder(NSTemporaryDirectory())).file
        }
        let key = print.key
        try PreparedFolder.make(folder)
        let lock = FolderLock(path: "\(folder)/\(key)\(FolderLock.suffix)") {
            report(PreparationProgress(.waiting, source.name))
        }
        defer { lock?.release() }
        if let file = Self.known(key, folder) { return file }
        PreparedFolder.removeOld(folder)
        let (writer, file) = try written(source, files, print, to: .folder(folder))
        report(PreparationProgress(.saving, source.name))
        try writer.name(Self.path(key, folder))
        return file
    }

    private func written(
        _ source: any PreparableSource, _ files: [SourceFile], _ print: SourcePrint,
        to destination: Preparation.Destination
    ) throws -> (writer: PreparedFileWriter, file: PreparedFile) {
        let content = try source.prepare(
            files, Preparation(destination: destination, fingerprints: print.files, report: report))
        for file in files { try file.checkUnchanged() }
        return (content.writer, try content.writer.finish(content, key: print.key))
    }

    /// Of the ways in which all kinds are prepared.
    private static let version = 1

    private static func path(_ key: String, _ folder: String) -> String {
        "\(folder)/\(key)\(PreparedFolder.examplesSuffix)"
    }
}
