import CZlib

/// Bytes that lie compressed by deflate, bare as in zip or in gzip's wrapping.
final class InflatingFeed: ByteFeed {
    enum Wrapping {
        case none
        /// One member after the other, each with its checksum.
        case gzip

        fileprivate var windowBits: Int32 {
            switch self {
            case .none: -15
            case .gzip: 15 + 16
            }
        }
    }

    /// Deflate packs at most so many bytes into one.
    static let mostBytesPerByte = 1032

    let path: String
    private let source: any ByteFeed
    private let wrapping: Wrapping
    private var input = [UInt8](repeating: 0, count: 1 << 16)
    private var inputRange = 0..<0
    /// zlib keeps a pointer to it, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isAtEnd = false

    init(_ source: any ByteFeed, _ wrapping: Wrapping) throws(DataError) {
        self.source = source
        self.wrapping = wrapping
        path = source.path
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = inflateInit2_(stream, wrapping.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        if result != Z_OK { throw DataError(path: path, rule: "there is no memory to decompress it") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read(into bytes: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return 0 }
        let room = min(bytes.count, 1 << 30)
        while !isAtEnd {
            if inputRange.isEmpty { try refill() }
            let hasInput = !inputRange.isEmpty
            stream.pointee.next_out = start.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(room)
            let result = input.withUnsafeMutableBufferPointer { input in
                stream.pointee.next_in = input.baseAddress.map { $0 + inputRange.lowerBound }
                stream.pointee.avail_in = UInt32(inputRange.count)
                return inflate(stream, Z_NO_FLUSH)
            }
            inputRange = (inputRange.upperBound - Int(stream.pointee.avail_in))..<inputRange.upperBound
            let count = room - Int(stream.pointee.avail_out)
            switch result {
            case Z_STREAM_END: try endMember()
            case Z_OK, Z_BUF_ERROR:
                if count == 0, !hasInput {
                    throw DataError(
                        path: path, rule: "the compressed data end too early; the file was not written whole")
                }
            case Z_MEM_ERROR: throw DataError(path: path, rule: "there is no memory to decompress it")
            default: throw DataError(path: path, rule: "the compressed data are damaged\(reason)")
            }
            if count > 0 { return count }
        }
        return 0
    }

    private var reason: String { stream.pointee.msg.map { " (\(String(cString: $0)))" } ?? "" }

    private func refill() throws(DataError) {
        let count = try input.withUnsafeMutableBufferPointer { (bytes) throws(DataError) in
            try source.read(into: UnsafeMutableRawBufferPointer(bytes))
        }
        inputRange = 0..<count
    }

    private func endMember() throws(DataError) {
        if inputRange.isEmpty { try refill() }
        if inputRange.isEmpty {
            isAtEnd = true
        } else if case .gzip = wrapping {
            inflateReset(stream)
        } else {
            throw DataError(path: path, rule: "there are bytes behind its compressed data")
        }
    }
}
