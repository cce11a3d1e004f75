/// A kind of number that array files hold.
enum ArrayElement: String, CaseIterable, Hashable, Sendable {
    case bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64

    /// In bytes.
    var size: Int {
        switch self {
        case .bool, .int8, .uint8: 1
        case .int16, .uint16: 2
        case .int32, .uint32, .float32: 4
        case .int64, .uint64, .float64: 8
        }
    }

    /// How examples of such numbers are kept: bytes as bytes, all others in single precision.
    var kept: ExampleLayout.Element {
        switch self {
        case .bool, .uint8: .uint8
        default: .float32
        }
    }

    /// Calls `body` with the place and value of each number that `bytes` holds; whole numbers beyond 2⁵³ are rounded.
    @inline(__always)
    func forEach(in bytes: UnsafeRawBufferPointer, isBigEndian: Bool, _ body: (Int, Double) -> Void) {
        let count = bytes.count / size
        func bits<Bits: FixedWidthInteger>(_ index: Int, _: Bits.Type) -> Bits {
            let bits = bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Bits>.size, as: Bits.self)
            return isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits)
        }
        func whole<Number: FixedWidthInteger>(_: Number.Type) {
            for index in 0..<count { body(index, Double(bits(index, Number.self))) }
        }
        switch self {
        case .bool, .uint8: whole(UInt8.self)
        case .int8: whole(Int8.self)
        case .int16: whole(Int16.self)
        case .int32: whole(Int32.self)
        case .int64: whole(Int64.self)
        case .uint16: whole(UInt16.self)
        case .uint32: whole(UInt32.self)
        case .uint64: whole(UInt64.self)
        case .float32: for index in 0..<count { body(index, Double(Float(bitPattern: bits(index, UInt32.self)))) }
        case .float64: for index in 0..<count { body(index, Double(bitPattern: bits(index, UInt64.self))) }
        }
    }
}
