import CZlib

/// Bytes whose number and checksum (CRC-32) are known beforehand, as in a zip archive.
final class CheckedFeed: ByteFeed {
    let path: String
    private let source: any ByteFeed
    private let name: String
    private let expectedSum: UInt
    private var missing: Int
    private var sum: UInt = 0

    /// - Parameter name: of the part of the file, for messages.
    init(_ source: any ByteFeed, name: String, size: Int, sum: UInt32) {
        self.source = source
        self.name = name
        path = source.path
        missing = size
        expectedSum = UInt(sum)
    }

    func read(into bytes: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
        let count = try source.read(into: bytes)
        if count > missing { throw error("it is longer than the archive's directory says") }
        if count == 0, missing > 0, !bytes.isEmpty { throw error("it is shorter than the archive's directory says") }
        sum = crc32_z(sum, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
        missing -= count
        if missing == 0, sum != expectedSum { throw error("its checksum is wrong; the file is damaged") }
        return count
    }

    private func error(_ rule: String) -> DataError { DataError(path: path, array: name, rule: rule) }
}
