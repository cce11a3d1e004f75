import Foundation

/// Reads files of `/proc` and `/sys`, which have no size and so are read piece by piece.
public enum FileText {
    /// Nil if there is no such file.
    public static func text(of path: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        return (try? handle.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
    }
}
