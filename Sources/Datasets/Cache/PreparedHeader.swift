import CKernels

/// The first 4,096 bytes of a prepared file, of which 56 are used: where its parts lie, and their checksums.
///
/// Numbers are of 64 bits, the lowest byte first. The examples follow the header, then the tail: the length of the
/// description, the target of each example, the moments of its channels, and the description in JSON.
struct PreparedHeader: Hashable {
    static let size = 4096
    private static let magic: UInt64 = 0x5350_4d58_4545_5753
    private static let version: UInt64 = 1
    private static let used = 56

    let examplesSize: Int
    let tailSize: Int
    let examplesSum: UInt64
    let tailSum: UInt64

    init(examplesSize: Int, tailSize: Int, examplesSum: UInt64, tailSum: UInt64) {
        self.examplesSize = examplesSize
        self.tailSize = tailSize
        self.examplesSum = examplesSum
        self.tailSum = tailSum
    }

    var bytes: [UInt8] {
        let fields = [
            Self.magic, Self.version, UInt64(examplesSize), UInt64(tailSize), examplesSum, tailSum,
        ]
        var bytes = fields.flatMap { field in withUnsafeBytes(of: field.littleEndian) { Array($0) } }
        let sum = bytes.withUnsafeBytes { checksum($0.baseAddress, $0.count, 0) }
        bytes += withUnsafeBytes(of: sum.littleEndian) { Array($0) }
        return bytes + [UInt8](repeating: 0, count: Self.size - bytes.count)
    }

    /// nil unless this is the whole header of a file of just that size.
    init?(_ bytes: UnsafeRawBufferPointer, fileSize: Int) {
        guard bytes.count >= Self.size else { return nil }
        func field(_ index: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        guard field(0) == Self.magic, field(1) == Self.version,
            field(6) == checksum(bytes.baseAddress, Self.used - 8, 0),
            let examplesSize = Int(exactly: field(2)), let tailSize = Int(exactly: field(3)),
            examplesSize <= fileSize, tailSize <= fileSize, Self.size + examplesSize + tailSize == fileSize
        else { return nil }
        self.init(examplesSize: examplesSize, tailSize: tailSize, examplesSum: field(4), tailSum: field(5))
    }
}
