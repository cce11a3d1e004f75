/// Reads a `TensorProto` that holds one number.
enum ScalarTensor {
    /// Nil for more than one element, and for kinds that hold no numbers.
    static func value(_ message: ArraySlice<UInt8>) -> Double? {
        var (kind, content): (UInt64, ArraySlice<UInt8>?) = (0, nil)
        var listed: [Double] = []
        for (field, value) in ProtobufMessage(message) {
            switch (field, value) {
            case (1, .number(let number)): kind = number
            case (2, .bytes(let shape)): if !isSingle(shape) { return nil }
            case (4, .bytes(let bytes)): if !bytes.isEmpty { content = bytes }
            case (5, .bytes(let bytes)): if bytes.count == 4 { listed.append(number(bytes, kind: 1) ?? .nan) }
            case (5, .fixed32(let bits)): listed.append(Double(Float(bitPattern: bits)))
            case (6, .bytes(let bytes)): if bytes.count == 8 { listed.append(number(bytes, kind: 2) ?? .nan) }
            case (6, .fixed64(let bits)): listed.append(Double(bitPattern: bits))
            case (7, .bytes(let bytes)), (10, .bytes(let bytes)):
                listed += ProtobufMessage.packed(bytes).map { Double(Int64(bitPattern: $0)) }
            case (7, .number(let bits)), (10, .number(let bits)): listed.append(Double(Int64(bitPattern: bits)))
            case (13, .bytes(let bytes)): listed += ProtobufMessage.packed(bytes).map { half($0, kind: kind) }
            case (13, .number(let bits)): listed.append(half(bits, kind: kind))
            default: break
            }
        }
        if let content { return number(content, kind: kind) }
        return listed.count == 1 ? listed[0] : nil
    }

    /// Whether a `TensorShapeProto` has one element.
    private static func isSingle(_ shape: ArraySlice<UInt8>) -> Bool {
        for case (2, .bytes(let dimension)) in ProtobufMessage(shape) {
            for case (1, .number(let size)) in ProtobufMessage(dimension) where size != 1 { return false }
        }
        return true
    }

    /// The number that bytes are, by the kind (`DataType` in `types.proto`) and its width.
    private static func number(_ bytes: ArraySlice<UInt8>, kind: UInt64) -> Double? {
        let bits = ProtobufMessage.littleEndian(bytes)
        return switch (kind, bytes.count) {
        case (1, 4): Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case (2, 8): Double(bitPattern: bits)
        case (3, 4): Double(Int32(truncatingIfNeeded: bits))
        case (9, 8): Double(Int64(bitPattern: bits))
        case (14, 2), (19, 2): half(bits, kind: kind)
        default: nil
        }
    }

    /// A number of 16 bits: bfloat16, or IEEE 754's half precision.
    private static func half(_ bits: UInt64, kind: UInt64) -> Double {
        if kind == 14 { return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits & 0xFFFF) << 16)) }
        let sign = bits >> 15 & 1 == 1 ? -1.0 : 1.0
        let exponent = Int(bits >> 10 & 0x1F)
        let fraction = Double(bits & 0x3FF)
        if exponent == 0x1F { return fraction == 0 ? sign * .infinity : .nan }
        let significand = exponent == 0 ? fraction / 1024 : 1 + fraction / 1024
        return sign * Double(sign: .plus, exponent: max(exponent, 1) - 15, significand: significand)
    }
}
