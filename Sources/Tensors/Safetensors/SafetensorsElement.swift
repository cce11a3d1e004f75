/// The number formats of safetensors files that can be read as single precision.
enum SafetensorsElement: String, CaseIterable {
    case float64 = "F64"
    case float32 = "F32"
    case float16 = "F16"
    /// The upper half of a single-precision number.
    case bfloat16 = "BF16"

    var byteCount: Int {
        switch self {
        case .float64: 8
        case .float32: 4
        case .float16, .bfloat16: 2
        }
    }

    /// Converts little-endian numbers; `bytes` holds exactly as many as `numbers`.
    func read(_ bytes: UnsafeRawBufferPointer, into numbers: UnsafeMutableBufferPointer<Float>) {
        precondition(bytes.count == numbers.count * byteCount, "\(bytes.count) bytes for \(numbers.count) numbers")
        func load<Bits: FixedWidthInteger>(_ number: (Bits) -> Float) {
            for index in numbers.indices {
                let bits = bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Bits>.size, as: Bits.self)
                numbers[index] = number(Bits(littleEndian: bits))
            }
        }
        switch self {
        case .float64: load { (bits: UInt64) in Float(Double(bitPattern: bits)) }
        case .float32: load { (bits: UInt32) in Float(bitPattern: bits) }
        case .float16: load(Self.single)
        case .bfloat16: load { (bits: UInt16) in Float(bitPattern: UInt32(bits) << 16) }
        }
    }

    /// IEEE 754 binary16 by its parts, since `Float16` is not there on every platform.
    private static func single(_ half: UInt16) -> Float {
        let sign: Float = half >> 15 == 0 ? 1 : -1
        let exponent = Int(half >> 10) & 31
        let fraction = Float(half & 1023)
        return switch exponent {
        case 0: sign * fraction * 0x1p-24
        case 31: fraction == 0 ? sign * .infinity : .nan
        default: sign * (1024 + fraction) * Float(sign: .plus, exponent: exponent - 25, significand: 1)
        }
    }
}
