import Foundation

/// The header of a safetensors file as written, before its claims are held against the file.
struct SafetensorsHeader {
    private struct Claim: Decodable {
        let dtype: String
        let shape: [Int]
        let data_offsets: [Int]
    }

    /// A tensor's claim, or the metadata, whose values are all text.
    private enum Entry: Decodable {
        case tensor(Claim)
        case metadata([String: String])

        init(from decoder: any Decoder) throws {
            if decoder.codingPath.last?.stringValue == "__metadata__" {
                self = .metadata(try [String: String](from: decoder))
            } else {
                self = .tensor(try Claim(from: decoder))
            }
        }
    }

    private var claims: [String: Claim] = [:]
    private(set) var metadata: [String: String] = [:]

    init(_ json: Data, path: String) throws(SafetensorsError) {
        let entries: [String: Entry]
        do {
            entries = try JSONDecoder().decode([String: Entry].self, from: json)
        } catch {
            throw .malformed(path: path, reason: Self.reason(error))
        }
        for (name, entry) in entries {
            switch entry {
            case .tensor(let claim): claims[name] = claim
            case .metadata(let map): metadata = map
            }
        }
    }

    /// The tensors, each in a known format, inside the `byteCount` bytes of numbers and as long as its shape says; all
    /// together cover the numbers without gap or overlap.
    func tensors(in byteCount: Int, path: String) throws(SafetensorsError) -> [String: SafetensorsFile.Tensor] {
        var tensors: [String: SafetensorsFile.Tensor] = [:]
        for (name, claim) in claims.sorted(by: { $0.key < $1.key }) {
            do {
                tensors[name] = try Self.tensor(claim, in: byteCount)
            } catch {
                throw .malformed(path: path, reason: "tensor '\(name)' \(error.words)")
            }
        }
        var covered = 0
        for (name, tensor) in tensors.sorted(by: {
            ($0.value.bytes.lowerBound, $0.key) < ($1.value.bytes.lowerBound, $1.key)
        })
        where !tensor.bytes.isEmpty {
            guard tensor.bytes.lowerBound == covered else {
                throw .malformed(
                    path: path,
                    reason: "tensor '\(name)' begins at byte \(tensor.bytes.lowerBound), not at \(covered)")
            }
            covered = tensor.bytes.upperBound
        }
        guard covered == byteCount else {
            throw .malformed(path: path, reason: "\(byteCount - covered) bytes after its last tensor")
        }
        return tensors
    }

    private struct Flaw: Error {
        let words: String
    }

    private static func tensor(_ claim: Claim, in byteCount: Int) throws(Flaw) -> SafetensorsFile.Tensor {
        guard let element = SafetensorsElement(rawValue: claim.dtype) else {
            let known = SafetensorsElement.allCases.map(\.rawValue).joined(separator: ", ")
            throw Flaw(words: "has the format '\(claim.dtype)'; it must be one of \(known)")
        }
        guard claim.data_offsets.count == 2, claim.data_offsets[0] >= 0,
            claim.data_offsets[0] <= claim.data_offsets[1], claim.data_offsets[1] <= byteCount
        else {
            throw Flaw(words: "lies at \(claim.data_offsets), outside the file's \(byteCount) bytes of numbers")
        }
        let bytes = claim.data_offsets[0]..<claim.data_offsets[1]
        guard length(of: claim.shape, element) == bytes.count else {
            throw Flaw(words: "of shape \(claim.shape) and format \(claim.dtype) has \(bytes.count) bytes")
        }
        return SafetensorsFile.Tensor(element: element, shape: claim.shape, bytes: bytes)
    }

    /// The bytes of a tensor; nil if no memory could hold it.
    private static func length(of shape: [Int], _ element: SafetensorsElement) -> Int? {
        var length = element.byteCount
        for size in shape {
            let (product, overflows) = length.multipliedReportingOverflow(by: size)
            guard size >= 0, !overflows else { return nil }
            length = product
        }
        return length
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "its header cannot be read" }
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.isEmpty
                ? "its header" : "its header's '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(place(context)) lacks '\(key.stringValue)'"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context)) is not what the format asks for"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "its header is not JSON"
        case .dataCorrupted(let context): "\(place(context)) is not what the format asks for"
        @unknown default: "its header cannot be read"
        }
    }
}
