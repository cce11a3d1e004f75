import Foundation
import Randomness

/// A file that a source is made of, as it was when it was looked up.
struct SourceFile: Hashable, Sendable {
    let path: String
    /// Its name within the source, which stays when the source is moved elsewhere: `cats/7.jpg`.
    let name: String
    /// nil: it cannot be read as a file.
    let stamp: FileStamp?
    /// Why it cannot be read as a file: a clause about it.
    let problem: String?

    /// Throws a `DataError` with the system's reason, or if it is no regular file.
    init(path: String, name: String) throws(DataError) {
        self.path = path
        self.name = name
        stamp = try FileStamp(path: path)
        problem = nil
    }

    /// A file that may prove to be none, since only its name is known.
    init(listed path: String, name: String) {
        self.path = path
        self.name = name
        do throws(DataError) {
            (stamp, problem) = (try FileStamp(path: path), nil)
        } catch {
            (stamp, problem) = (nil, error.rule)
        }
    }

    /// Of the content. Throws a `DataError` with the system's reason.
    ///
    /// - Parameter read: hears of each chunk's bytes.
    func fingerprint(_ read: (Int) -> Void) throws(DataError) -> Fingerprint {
        if let problem { return Fingerprint(of: problem) }
        let stream = try ByteStream(file: path)
        var chunk: [UInt8] = []
        repeat {
            try stream.read(into: &chunk)
            read(chunk.count)
        } while !chunk.isEmpty
        return stream.fingerprint
    }

    /// Throws a `DataError` unless the file is still the one that was looked up.
    func checkUnchanged() throws(DataError) {
        if SourceFile(listed: path, name: name) != self {
            throw DataError(path: path, rule: "the file was changed while it was being read; try again")
        }
    }
}
