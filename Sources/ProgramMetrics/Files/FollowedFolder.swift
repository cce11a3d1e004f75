import Foundation

/// Finds TensorBoard's event files under a folder, as they come.
///
/// It goes at most 8 folders deep, follows no links, looks at no more than 20,000 entries, and takes no more than 500
/// files.
public struct FollowedFolder {
    public let path: String
    private var known: Set<String> = []
    /// How many times it need not look again, since looking was long.
    private var rest = 0

    public init(path: String) {
        self.path = path
    }

    /// Event files that were not there before, relative to the folder, in order of name.
    ///
    /// - Parameter isThorough: Whether to look in any case; otherwise a large folder is looked at less often.
    public mutating func newFiles(isThorough: Bool = false) -> [String] {
        if rest > 0, !isThorough {
            rest -= 1
            return []
        }
        var found: [String] = []
        var folders: [(path: String, depth: Int)] = [("", 0)]
        var entries = 0
        while let (folder, depth) = folders.popLast(), entries < 20_000 {
            guard let handle = opendir(folder.isEmpty ? path : path + "/" + folder) else { continue }
            defer { closedir(handle) }
            while entries < 20_000, let entry = readdir(handle) {
                entries += 1
                let name = Self.name(entry)
                if name.hasPrefix(".") { continue }
                let relative = folder.isEmpty ? name : folder + "/" + name
                if name.contains("tfevents") {
                    if !known.contains(relative) { found.append(relative) }
                } else if depth < 8, isFolder(entry, relative) {
                    folders.append((relative, depth + 1))
                }
            }
        }
        rest = entries / 500
        let new = found.sorted().prefix(max(0, 500 - known.count))
        known.formUnion(new)
        return Array(new)
    }

    private static func name(_ entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { name in
            name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
    }

    private func isFolder(_ entry: UnsafeMutablePointer<dirent>, _ relative: String) -> Bool {
        if entry.pointee.d_type != UInt8(DT_UNKNOWN) { return entry.pointee.d_type == UInt8(DT_DIR) }
        var status = stat()
        return lstat(path + "/" + relative, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
