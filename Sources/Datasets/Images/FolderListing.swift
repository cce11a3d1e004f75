import Foundation

/// The names in a folder, read one by one.
struct FolderListing {
    /// The most names that are read; folders of more are refused before memory is taken for them.
    static let mostNames = 200_000

    /// Sorted; without hidden files and `.` and `..`.
    let names: [String]

    /// Throws a `DataError` with the system's reason, or if there are more than `most` names.
    init(_ path: String, most: Int = mostNames) throws(DataError) {
        guard let folder = opendir(path) else {
            let reason =
                errno == ENOENT ? "there is no such folder" : "cannot be read: \(String(cString: strerror(errno)))"
            throw DataError(path: path, rule: reason)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                if errno == 0 { break }
                throw DataError(path: path, rule: "cannot be read: \(String(cString: strerror(errno)))")
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name else {
                throw DataError(
                    path: path, value: Self.escaped(entry), rule: "this name in it is not UTF-8 text; rename the file")
            }
            if name.hasPrefix(".") { continue }
            if names.count == most {
                throw DataError(
                    path: path,
                    rule: "the folder holds more than \(most) names, the most that are read; pack the data "
                        + "into a .npz or IDX file")
            }
            names.append(name)
        }
        self.names = names.sorted()
    }

    /// The name with `\\xE9` for each byte that is no ASCII text.
    private static func escaped(_ entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            bytes.prefix { $0 != 0 }.map { byte in
                (0x20..<0x7F).contains(byte)
                    ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
            }.joined()
        }
    }
}
