import CZlib
import Foundation

@testable import Datasets

/// The bytes of array files, made by hand so that tests can also make wrong ones.
enum ArrayFiles {
    static func bytes<Number: FixedWidthInteger>(_ numbers: [Number], isBig: Bool = false) -> [UInt8] {
        numbers.flatMap { number in withUnsafeBytes(of: isBig ? number.bigEndian : number.littleEndian) { Array($0) } }
    }

    static func bytes(_ numbers: [Float], isBig: Bool = false) -> [UInt8] {
        bytes(numbers.map(\.bitPattern), isBig: isBig)
    }

    static func bytes(_ numbers: [Double], isBig: Bool = false) -> [UInt8] {
        bytes(numbers.map(\.bitPattern), isBig: isBig)
    }

    static func npy(header: String, version: UInt8 = 1, _ body: [UInt8]) -> [UInt8] {
        let text = Array(header.utf8)
        let length = version == 1 ? bytes([UInt16(text.count)]) : bytes([UInt32(text.count)])
        return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + text + body
    }

    static func npy(_ kind: String, _ shape: [Int], isFortran: Bool = false, version: UInt8 = 1, _ body: [UInt8])
        -> [UInt8]
    {
        let sizes = shape.count == 1 ? "\(shape[0])," : shape.map(String.init).joined(separator: ", ")
        let fortran = isFortran ? "True" : "False"
        return npy(
            header: "{'descr': '\(kind)', 'fortran_order': \(fortran), 'shape': (\(sizes)), }\n", version: version, body
        )
    }

    static func idx(_ code: UInt8, _ shape: [Int], _ body: [UInt8]) -> [UInt8] {
        [0, 0, code, UInt8(shape.count)] + bytes(shape.map(UInt32.init), isBig: true) + body
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32_z(0, bytes, bytes.count)) }

    /// - Parameter windowBits: -15 for bare deflate, 15 for zlib's wrapping, 31 for gzip's.
    static func deflated(_ content: [UInt8], windowBits: Int32) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: content.count + content.count / 100 + 100)
        let count = output.count
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(count)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(count - Int(stream.avail_out)))
    }

    static func gzip(_ content: [UInt8]) -> [UInt8] { deflated(content, windowBits: 31) }

    /// A zip archive.
    ///
    /// - Parameter isLarge: with the extensions for sizes of 64 bits, as numpy.savez writes them.
    static func zip(_ entries: [(name: String, content: [UInt8])], isDeflated: Bool, isLarge: Bool = false) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let stored = isDeflated ? deflated(entry.content, windowBits: -15) : entry.content
            let sum = bytes([checksum(entry.content)])
            let (name, place) = (Array(entry.name.utf8), archive.count)
            let method = bytes([UInt16(isDeflated ? 8 : 0)])
            let large =
                bytes([UInt16(1), 24]) + bytes([UInt64(entry.content.count), UInt64(stored.count), UInt64(place)])
            let extra = isLarge ? large : []
            let sizes = isLarge ? [.max, .max] : [UInt32(stored.count), UInt32(entry.content.count)]
            archive += [0x50, 0x4B, 3, 4, 45, 0, 0, 0] + method + [0, 0, 0, 0] + sum + bytes(sizes)
            archive += bytes([UInt16(name.count), UInt16(extra.count)]) + name + extra + stored
            directory += [0x50, 0x4B, 1, 2, 45, 3, 45, 0, 0, 0] + method + [0, 0, 0, 0] + sum + bytes(sizes)
            directory += bytes([UInt16(name.count), UInt16(extra.count), 0, 0, 0]) + [0, 0, 0, 0]
            directory += bytes([isLarge ? .max : UInt32(place)]) + name + extra
        }
        let start = archive.count
        archive += directory
        if isLarge {
            let record = archive.count
            archive += [0x50, 0x4B, 6, 6] + bytes([UInt64(44)]) + [45, 0, 45, 0] + bytes([UInt32(0), 0])
            archive += bytes([UInt64(entries.count), UInt64(entries.count), UInt64(directory.count), UInt64(start)])
            archive += [0x50, 0x4B, 6, 7] + bytes([UInt32(0)]) + bytes([UInt64(record)]) + bytes([UInt32(1)])
        }
        let count = isLarge ? .max : UInt16(entries.count)
        archive += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + bytes([count, count])
        archive += bytes(isLarge ? [.max, .max] : [UInt32(directory.count), UInt32(start)]) + [0, 0]
        return archive
    }
}

extension TemporaryFolder {
    /// Writes a file, and folders on the way to it, and returns its path.
    @discardableResult
    func write(_ name: String, bytes: [UInt8]) throws -> String {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }
}
