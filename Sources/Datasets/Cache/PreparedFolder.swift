import Foundation

/// The folder of prepared files: how it comes to be and how it is kept in bounds.
enum PreparedFolder {
    static let examplesSuffix = ".examples"

    /// How long what nobody used is kept.
    static let mostAge = 30 * 24 * 3600

    /// Makes the folder, and those that it is in.
    static func make(_ path: String) throws(PreparedWriteError) {
        guard mkdir(path, 0o755) != 0 else { return }
        if errno == ENOENT {
            let parent = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            if parent.count < path.count {
                try make(parent.count > 1 && parent.hasSuffix("/") ? String(parent.dropLast()) : parent)
                if mkdir(path, 0o755) == 0 { return }
            }
        }
        let reason = errno
        if reason == EEXIST, PathKind.isFolder(path) { return }
        throw PreparedWriteError(path: path, reason: .system(reason == EEXIST ? ENOTDIR : reason))
    }

    /// Says by the file's time that it is in use; a failure costs a preparation in a month at most.
    static func markAsUsed(_ path: String) {
        utimensat(AT_FDCWD, path, nil, 0)
    }

    /// Removes what processes left that were killed, what nobody used for long, and what leads to nothing.
    static func removeOld(_ folder: String) {
        let now = Int(time(nil))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names {
            let path = "\(folder)/\(name)"
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            let age = now - status.st_mtim.tv_sec
            let isOld =
                switch (name as NSString).pathExtension {
                case "examples", "source": age > mostAge
                // An hour is longer than any preparation goes without writing.
                case "partial", "lock": age > 3600
                default: false
                }
            if isOld { unlink(path) }
        }
    }
}
