import CKernels
import Foundation
public import Settings

/// Collects named tensors and metadata, and writes them as one safetensors file in single precision.
public struct SafetensorsWriter {
    private var tensors:
        [(name: String, shape: [Int], numbers: UnsafeMutableBufferPointer<Float>, owner: FloatBuffer)] =
            []
    /// Text by name; the header's `__metadata__`.
    public var metadata: [String: String] = [:]

    public init() {}

    /// Adds a tensor: the numbers of `buffer` at `range` as they are when the file is written.
    public mutating func add(_ name: String, shape: [Int], _ buffer: FloatBuffer, _ range: Range<Int>) {
        precondition(shape.reduce(1, *) == range.count, "\(range.count) numbers for '\(name)' of shape \(shape)")
        tensors.append((name, shape, buffer[range], buffer))
    }

    /// Adds every tensor of `layout`, its name behind `prefix`.
    public mutating func add(_ layout: TensorLayout, _ buffer: FloatBuffer, prefix: String = "") {
        for entry in layout.entries {
            add(prefix + entry.name, shape: entry.shape, buffer, entry.range)
        }
    }

    /// Replaces the file at `path` in one move: whoever opens it sees the old content or the new one, also after a
    /// crash.
    public func write(to path: String) throws(FileWriteError) {
        let file = try ReplacementFile(path: path)
        try file.append(header())
        for tensor in tensors {
            try file.append(UnsafeRawBufferPointer(tensor.numbers))
        }
        try file.commit()
    }

    /// A checksum of each tensor's bytes as they are now, by name; `SafetensorsFile.checksums` says the same.
    public var checksums: [String: UInt64] {
        var checksums: [String: UInt64] = [:]
        for tensor in tensors {
            checksums[tensor.name] = checksum_bytes(tensor.numbers.baseAddress, tensor.numbers.count * 4)
        }
        return checksums
    }

    /// The length and the JSON, padded with spaces so that the numbers begin at a multiple of eight bytes.
    private func header() -> Data {
        var json = "{\"__metadata__\":{"
        for (index, key) in metadata.keys.sorted().enumerated() {
            json += (index > 0 ? "," : "") + Self.quoted(key) + ":" + Self.quoted(metadata[key] ?? "")
        }
        json += "}"
        var offset = 0
        for tensor in tensors {
            let end = offset + tensor.numbers.count * 4
            let shape = tensor.shape.map(String.init).joined(separator: ",")
            json += ",\(Self.quoted(tensor.name)):{\"dtype\":\"F32\",\"shape\":[\(shape)],"
            json += "\"data_offsets\":[\(offset),\(end)]}"
            offset = end
        }
        json += "}"
        json += String(repeating: " ", count: (8 - json.utf8.count % 8) % 8)
        var data = withUnsafeBytes(of: UInt64(json.utf8.count).littleEndian) { Data($0) }
        data.append(contentsOf: json.utf8)
        return data
    }

    private static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": json += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
