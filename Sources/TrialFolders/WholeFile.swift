import Foundation
import Settings

/// Makes a folder and those above it that are missing.
public func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw FileError(path: path, doing: "create", errno: errno) }
    let parent = parentFolder(of: path)
    guard !parent.isEmpty, parent != path else { throw FileError(path: path, doing: "create", errno: errno) }
    try makeFolder(parent)
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(path: path, doing: "create", errno: errno) }
}

/// Writes a file that is there whole or not at all; see `ReplacementFile`.
public func writeWhole(_ text: String, to path: String) throws(FileError) {
    try writeWhole(Data(text.utf8), to: path)
}

/// The same of bytes.
func writeWhole(_ content: Data, to path: String) throws(FileError) {
    do {
        try ReplacementFile.write(content, to: path)
    } catch {
        throw FileError(path: path, doing: "write", errno: error.code)
    }
}
