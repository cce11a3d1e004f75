import Foundation
import Randomness

/// A folder of prepared files, each named after the content it was made from, which all processes share.
///
/// A second name, after paths, sizes and times, leads to the first without reading the sources again. Processes take
/// turns at preparing, and a file gets its name when it is whole and on the disk; without a lock, which some network
/// file systems do not have, two may prepare the same, and the later one's file takes the place of its equal.
struct PreparedCache: Sendable {
    /// nil: what is prepared is kept no longer than the process has it open.
    let folder: String?
    /// Whether what is prepared now is kept in the folder.
    let isKept: Bool
    let report: @Sendable (PreparationProgress) -> Void

    /// The examples of a source, prepared now if that was not done before.
    ///
    /// - Parameter files: those of the source as they are now.
    /// Throws a `DataError` or a `SettingError`.
    func open(_ source: any PreparableSource, files: [SourceFile]) throws -> PreparedFile {
        guard let folder else { return try openWithoutFolder(source, files) }
        let index = SourceIndex(folder: folder, source: source, files: files)
        if let file = known(index, folder) { return file }
        guard isKept else { return try openWithoutFolder(source, files) }
        try Self.makeFolder(folder)
        let lock = FolderLock(folder: folder)
        defer { lock?.release() }
        if let file = known(index, folder) { return file }
        if lock != nil { Self.removeAbandoned(folder) }

        let now = Int(time(nil))
        let key = try Self.contentKey(source, files)
        if PreparedFile(path: Self.path(key, folder), key: key) == nil {
            try prepare(source, files, key: key, in: folder, isLasting: true)
        }
        guard let file = PreparedFile(path: Self.path(key, folder), key: key) else {
            throw DataError(path: Self.path(key, folder), rule: "the prepared data were damaged as they were written")
        }
        // A file that was written this very moment could change again without a new time.
        if !files.contains(where: { $0.stamp.isFresh(at: now) }) { index.write(key) }
        return file
    }

    private func known(_ index: SourceIndex, _ folder: String) -> PreparedFile? {
        index.read().flatMap { PreparedFile(path: Self.path($0, folder), key: $0) }
    }

    private func openWithoutFolder(_ source: any PreparableSource, _ files: [SourceFile]) throws -> PreparedFile {
        let folder = NSTemporaryDirectory() + "sweep-data-\(UUID().uuidString)"
        try Self.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let key = try Self.contentKey(source, files)
        try prepare(source, files, key: key, in: folder, isLasting: false)
        guard let file = PreparedFile(path: Self.path(key, folder), key: key) else {
            throw DataError(path: Self.path(key, folder), rule: "the prepared data were damaged as they were written")
        }
        return file
    }

    private func prepare(
        _ source: any PreparableSource, _ files: [SourceFile], key: String, in folder: String,
        isLasting: Bool
    ) throws {
        let unfinished = "\(folder)/\(key)-\(UUID().uuidString)\(Self.unfinishedSuffix)"
        let content = try source.prepare(files, Preparation(path: unfinished, report: report))
        for file in files { try file.checkUnchanged() }
        try content.writer.commit(
            to: Self.path(key, folder), key: key, kept: content.kept, targets: content.targets,
            skipped: content.skipped, isLasting: isLasting)
    }

    /// The version stands for the ways in which all kinds are prepared.
    private static func contentKey(_ source: any PreparableSource, _ files: [SourceFile]) throws -> String {
        var fingerprint = Fingerprint(of: "prepared data, version 1\n\(source.recipe)\n")
        let prints = try Parallel.map(files) { try $0.fingerprint() }
        for (file, print) in zip(files, prints) { fingerprint.combine("\(print) \(file.name)\n") }
        return fingerprint.description
    }

    private static let unfinishedSuffix = ".partial"

    private static func path(_ key: String, _ folder: String) -> String { "\(folder)/\(key).examples" }

    private static func makeFolder(_ folder: String) throws(DataError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw DataError(
                path: folder, rule: "the folder for prepared data cannot be made: \(error.localizedDescription)")
        }
    }

    /// Removes what processes left that were killed while they prepared; only for the holder of the lock.
    private static func removeAbandoned(_ folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name.hasSuffix(unfinishedSuffix) {
            unlink("\(folder)/\(name)")
        }
    }
}
