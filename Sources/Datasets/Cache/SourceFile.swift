import Foundation
import Randomness

/// A file that a source is made of, as it was when it was looked up.
struct SourceFile: Hashable, Sendable {
    let path: String
    /// Its name within the source, which stays when the source is moved elsewhere: `cats/7.jpg`.
    let name: String
    let stamp: FileStamp

    /// Throws a `DataError` with the system's reason, or if it is no regular file.
    init(path: String, name: String) throws(DataError) {
        self.path = path
        self.name = name
        stamp = try FileStamp(path: path)
    }

    /// Of the content. Throws a `DataError` with the system's reason.
    func fingerprint() throws(DataError) -> Fingerprint {
        let stream = try ByteStream(file: path)
        var chunk: [UInt8] = []
        repeat { try stream.read(into: &chunk) } while !chunk.isEmpty
        return stream.fingerprint
    }

    /// Throws a `DataError` unless the file is still the one that was looked up.
    func checkUnchanged() throws(DataError) {
        if try FileStamp(path: path) != stamp {
            throw DataError(path: path, rule: "the file was changed while it was being read; try again")
        }
    }
}
