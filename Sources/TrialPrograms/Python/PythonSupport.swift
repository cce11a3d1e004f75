import CPythonSupport
import Foundation
import Randomness
public import TrialFolders

/// The folders that let `sweep` see what Python programs log by `wandb`, as they lie on the disk.
///
/// All trials share them. Their variables are `SWEEP_WANDB` and those of `docs/programs.md`.
public struct PythonSupport: Hashable, Sendable {
    /// To stand first in `PYTHONPATH`; it finds what lies beside it.
    public let hook: String

    /// `PYTHONPATH` for a program that has this one already.
    func path(before existing: String?) -> String {
        if let existing, !existing.isEmpty { "\(hook):\(existing)" } else { hook }
    }

    /// Makes sure that the folders are there, in a folder of `parent` that is named after their content.
    ///
    /// Several processes may do so at once: a folder appears whole.
    public static func write(to parent: String) throws(FileError) -> PythonSupport {
        let folder = "\(parent)/python-\(name)"
        let support = PythonSupport(hook: "\(folder)/hook")
        if isWhole(folder) { return support }
        try makeFolder(parent)
        let draft = "\(folder).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).partial"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        for file in files {
            let path = "\(draft)/\(file.path)"
            try makeFolder(parentFolder(of: path))
            guard FileManager.default.createFile(atPath: path, contents: file.content) else {
                throw FileError(path: path, doing: "write", errno: errno)
            }
        }
        if rename(draft, folder) != 0 {
            // Another process was first; or what is there was damaged, and gives way.
            guard errno == ENOTEMPTY || errno == EEXIST else {
                throw FileError(path: folder, doing: "create", errno: errno)
            }
            if !isWhole(folder) {
                let damaged = "\(draft).old"
                defer { try? FileManager.default.removeItem(atPath: damaged) }
                _ = rename(folder, damaged)
                if rename(draft, folder) != 0, !isWhole(folder) {
                    throw FileError(path: folder, doing: "create", errno: errno)
                }
            }
        }
        return support
    }

    struct File {
        let path: String
        let content: Data
    }

    static let files: [File] = sequence(state: 0) { (index: inout Int) -> File? in
        guard let file = python_support_file_at(index)?.pointee else { return nil }
        index += 1
        return File(path: String(cString: file.path), content: Data(bytes: file.bytes, count: file.count))
    }.map(\.self)

    private static let name: String = {
        var fingerprint = Fingerprint()
        for file in files {
            fingerprint.combine(file.path)
            fingerprint.combine(UInt64(file.content.count))
            file.content.withUnsafeBytes { fingerprint.combine($0) }
        }
        return String(fingerprint.description.prefix(12))
    }()

    private static func isWhole(_ folder: String) -> Bool {
        files.allSatisfy { file in
            var status = stat()
            return stat("\(folder)/\(file.path)", &status) == 0 && status.st_size == file.content.count
        }
    }
}
