/// A 128-bit FNV-1a hash of bytes: equal input, equal value, on every machine and in every version.
///
/// It names things (trials, data sets, streams) and finds accidental damage; it does not resist forgery.
/// Source: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923).
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    private var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    public init() {}

    public init(of text: String) {
        combine(text)
    }

    /// Adds the UTF-8 bytes of `text`.
    public mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
    }

    public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        var hash = self.hash
        for byte in bytes {
            hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        self.hash = hash
    }

    /// Adds the eight bytes of `number`, the lowest first.
    public mutating func combine(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { combine($0) }
    }

    /// The lower 64 bits, for where a word is enough.
    public var word: UInt64 { UInt64(truncatingIfNeeded: hash) }

    /// 32 hexadecimal digits.
    public var description: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
