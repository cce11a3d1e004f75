import CKernels
public import Foundation

/// The named tensors and the metadata of a safetensors file, checked whole before anything is used.
///
/// Format: eight bytes with the header's length, lowest first; the header, JSON, with each tensor's format, shape and
/// place and a map of strings `__metadata__`; then the numbers. Hugging Face, "Safetensors: Format", 2022. Numbers in
/// formats F64, F32, F16 and BF16 are read as single precision.
public struct SafetensorsFile: Sendable {
    struct Tensor: Sendable {
        let element: SafetensorsElement
        let shape: [Int]
        let bytes: Range<Int>
    }

    public let path: String
    public let metadata: [String: String]
    private let tensors: [String: Tensor]
    /// Everything after the header.
    private let numbers: Data

    public init(path: String) throws(SafetensorsError) {
        let content: Data
        do {
            content = try Data(contentsOf: URL(filePath: path))
        } catch {
            // The operating system knows it better than Foundation says it.
            let words = access(path, R_OK) == 0 ? error.localizedDescription : String(cString: strerror(errno))
            throw .unreadable(path: path, reason: words.trimmingSuffix("."))
        }
        try self.init(content, path: path)
    }

    /// - Parameter path: where the content is from, for messages.
    public init(_ content: Data, path: String) throws(SafetensorsError) {
        self.path = path
        let length = content.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard content.count >= 8, length <= UInt64(content.count - 8) else {
            throw .malformed(
                path: path,
                reason: content.count < 8
                    ? "it has \(content.count) bytes, too few for a header"
                    : "its header claims \(length) bytes, and only \(content.count - 8) are left")
        }
        let body = content.dropFirst(8)
        numbers = body.dropFirst(Int(length))
        let header = try SafetensorsHeader(body.prefix(Int(length)), path: path)
        metadata = header.metadata
        tensors = try header.tensors(in: numbers.count, path: path)
    }

    /// In alphabetical order.
    public var names: [String] { tensors.keys.sorted() }

    public func shape(of name: String) -> [Int]? { tensors[name]?.shape }

    /// A tensor's numbers, row after row; nil if there is no such tensor.
    public func numbers(of name: String) -> [Float]? {
        tensors[name].map { tensor in
            let count = tensor.bytes.count / tensor.element.byteCount
            return [Float](unsafeUninitializedCapacity: count) { destination, initialized in
                numbers.withUnsafeBytes { bytes in
                    tensor.element.read(
                        UnsafeRawBufferPointer(rebasing: bytes[tensor.bytes]),
                        into: UnsafeMutableBufferPointer(rebasing: destination[..<count]))
                }
                initialized = count
            }
        }
    }

    /// Copies a tensor's numbers to where they are wanted; throws if there is none of that name and shape.
    public func read(
        _ name: String, shape: [Int], into destination: UnsafeMutableBufferPointer<Float>
    ) throws(SafetensorsError) {
        guard let tensor = tensors[name] else { throw .missing(path: path, tensor: name) }
        guard tensor.shape == shape else {
            throw .wrongShape(path: path, tensor: name, found: tensor.shape, expected: shape)
        }
        numbers.withUnsafeBytes { bytes in
            tensor.element.read(UnsafeRawBufferPointer(rebasing: bytes[tensor.bytes]), into: destination)
        }
    }

    /// A checksum of each tensor's bytes, by name.
    public var checksums: [String: UInt64] {
        numbers.withUnsafeBytes { bytes in
            tensors.mapValues { tensor in
                let own = UnsafeRawBufferPointer(rebasing: bytes[tensor.bytes])
                return checksum_bytes(own.baseAddress, own.count)
            }
        }
    }

    /// Copies every tensor of `layout`, its name behind `prefix`, to its place in `buffer`.
    public func read(
        _ layout: TensorLayout, into buffer: FloatBuffer, prefix: String = ""
    ) throws(SafetensorsError) {
        for entry in layout.entries {
            try read(prefix + entry.name, shape: entry.shape, into: buffer[entry.range])
        }
    }
}

extension String {
    func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
