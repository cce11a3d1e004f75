/// The fields of a protocol buffers message, one after the other.
///
/// Iteration ends at the first byte that is none of a field.
struct ProtobufMessage: Sequence, IteratorProtocol {
    /// A field's value, by how it is stored.
    enum Value {
        case number(UInt64)
        case fixed64(UInt64)
        case fixed32(UInt32)
        case bytes(ArraySlice<UInt8>)
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next field's number and value.
    mutating func next() -> (field: Int, value: Value)? {
        guard let key = varint(), key >> 3 > 0, key >> 3 < 1 << 29 else { return nil }
        let field = Int(key >> 3)
        switch key & 7 {
        case 0: return varint().map { (field, .number($0)) }
        case 1: return take(8).map { (field, .fixed64(Self.littleEndian($0))) }
        case 2:
            guard let count = varint(), count <= UInt64(rest.count) else { return nil }
            return take(Int(count)).map { (field, .bytes($0)) }
        case 5: return take(4).map { (field, .fixed32(UInt32(truncatingIfNeeded: Self.littleEndian($0)))) }
        default: return nil
        }
    }

    /// Numbers that are packed into a field's bytes.
    static func packed(_ bytes: ArraySlice<UInt8>) -> [UInt64] {
        var reader = ProtobufMessage(bytes)
        var numbers: [UInt64] = []
        while let number = reader.varint() { numbers.append(number) }
        return numbers
    }

    /// A number stored with its lowest byte first.
    static func littleEndian(_ bytes: some BidirectionalCollection<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func varint() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 70, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            number |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte < 0x80 { return number }
        }
        return nil
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
