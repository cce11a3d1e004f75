public import Foundation

/// Numbers one after the other as bytes, little end first: four each where that loses no bit of any, else eight.
///
/// Journals keep runs of values so, in base64, and the store as blobs. All that is not a number is one and the same NaN.
public struct PackedValues: Hashable, Sendable {
    /// Bytes that one value takes.
    public enum Width: Int, Sendable {
        case single = 4
        case double = 8
    }

    public let width: Width
    public let bytes: Data

    public init(_ values: [Double]) {
        let isSingle = values.allSatisfy { $0.isNaN || Double(Float($0)) == $0 }
        width = isSingle ? .single : .double
        if isSingle {
            bytes = Self.bytes(of: values.map { ($0.isNaN ? Float.nan : Float($0)).bitPattern.littleEndian })
        } else {
            bytes = Self.bytes(of: values.map { ($0.isNaN ? .nan : $0).bitPattern.littleEndian })
        }
    }

    /// Nil where the bytes are no whole number of values.
    public init?(width: Width, bytes: Data) {
        guard bytes.count.isMultiple(of: width.rawValue) else { return nil }
        self.width = width
        self.bytes = bytes
    }

    public var values: [Double] {
        bytes.withUnsafeBytes { bytes in
            switch width {
            case .single:
                stride(from: 0, to: bytes.count, by: 4).map {
                    Double(
                        Float(
                            bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self))))
                }
            case .double:
                stride(from: 0, to: bytes.count, by: 8).map {
                    Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)))
                }
            }
        }
    }

    private static func bytes<Word: FixedWidthInteger>(of words: [Word]) -> Data {
        words.withUnsafeBytes { Data($0) }
    }
}
