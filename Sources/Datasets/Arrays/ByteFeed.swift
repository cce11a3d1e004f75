import Foundation

/// Bytes that come one after the other, of which only as many are held as are asked for.
protocol ByteFeed: AnyObject {
    /// For messages.
    var path: String { get }

    /// Fills `bytes` from the front as far as bytes are at hand, and returns how many that are: 0 only at the end, or if
    /// `bytes` has no room. Throws a `DataError` if the file cannot be read or is damaged.
    func read(into bytes: UnsafeMutableRawBufferPointer) throws(DataError) -> Int
}

extension ByteFeed {
    /// Fills all of `bytes`. Throws a `DataError` if there are fewer.
    func fill(_ bytes: UnsafeMutableRawBufferPointer) throws(DataError) {
        var done = 0
        while done < bytes.count {
            let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[done...]))
            if count == 0 { throw DataError(path: path, rule: "the file ends too early; it was not written whole") }
            done += count
        }
    }

    func bytes(_ count: Int) throws(DataError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try bytes.withUnsafeMutableBufferPointer { (bytes) throws(DataError) in
            try fill(UnsafeMutableRawBufferPointer(bytes))
        }
        return bytes
    }

    /// Throws a `DataError` unless all bytes were read.
    func finish() throws(DataError) {
        var byte: UInt8 = 0
        let count = try withUnsafeMutableBytes(of: &byte) { (bytes) throws(DataError) in try read(into: bytes) }
        if count > 0 { throw DataError(path: path, rule: "there are bytes behind its last number") }
    }
}

/// A part of a file.
final class FileFeed: ByteFeed {
    let path: String
    /// The bytes that are left.
    private(set) var range: Range<Int>
    private let descriptor: Int32

    /// - Parameter range: in the file, as it is now; nil: all of it.
    /// Throws a `DataError` with the system's reason.
    init(path: String, range: Range<Int>? = nil) throws(DataError) {
        let size = try FileStamp(path: path).size
        self.range = range ?? 0..<size
        precondition(self.range.upperBound <= size, "\(self.range) of \(size) bytes")
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw FileStamp.error(path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func read(into bytes: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
        var count = -1
        repeat {
            count = pread(descriptor, bytes.baseAddress, min(bytes.count, range.count), range.lowerBound)
        } while count < 0 && errno == EINTR
        if count < 0 { throw FileStamp.error(path) }
        range = (range.lowerBound + count)..<range.upperBound
        return count
    }
}
