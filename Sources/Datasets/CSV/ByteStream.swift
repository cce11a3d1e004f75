import Foundation
import Randomness

/// The bytes of a file or of memory, chunk by chunk, with their fingerprint: a file is never held as a whole.
final class ByteStream {
    private enum Origin {
        case memory(UnsafeRawBufferPointer)
        case file(descriptor: Int32)
    }

    /// Of the bytes handed out so far, unless it is known beforehand.
    private(set) var fingerprint: Fingerprint
    /// How many bytes there are, as far as can be told beforehand.
    let expectedCount: Int
    let path: String
    private let origin: Origin
    private let isHashed: Bool
    /// How many bytes were handed out.
    private(set) var offset = 0
    private let chunk = 1 << 20

    /// - Parameter memory: must outlive the stream.
    init(memory: UnsafeRawBufferPointer, name: String) {
        isHashed = true
        fingerprint = Fingerprint()
        origin = .memory(memory)
        expectedCount = memory.count
        path = name
    }

    /// Opens a regular file. Throws a `DataError` with the system's reason.
    ///
    /// - Parameter fingerprint: of all its bytes, where it is known; nil: worked out while they are read.
    init(file path: String, fingerprint: Fingerprint? = nil) throws(DataError) {
        isHashed = fingerprint == nil
        self.fingerprint = fingerprint ?? Fingerprint()
        expectedCount = try FileStamp(path: path).size
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw FileStamp.error(path) }
        origin = .file(descriptor: descriptor)
        self.path = path
    }

    deinit {
        if case .file(let descriptor) = origin { close(descriptor) }
    }

    /// Puts the next bytes in place of `bytes`'s content; none at the end.
    func read(into bytes: inout [UInt8]) throws(DataError) {
        switch origin {
        case .memory(let memory):
            let next = memory[offset..<min(offset + chunk, memory.count)]
            bytes.removeAll(keepingCapacity: true)
            bytes.append(contentsOf: next)
        case .file(let descriptor):
            if bytes.count != chunk { bytes = [UInt8](repeating: 0, count: chunk) }
            var count = -1
            repeat {
                count = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            } while count < 0 && errno == EINTR
            if count < 0 { throw FileStamp.error(path) }
            if count < chunk { bytes.removeLast(chunk - count) }
        }
        offset += bytes.count
        if isHashed { bytes.withUnsafeBytes { fingerprint.combine($0) } }
    }
}
