/// Turns bytes that a program leaves, in pieces of any size, into values of metrics.
///
/// What a reader finds does not depend on where the pieces are cut. It holds a bounded part of them.
public protocol MetricReader {
    /// Reads the next bytes.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> [ReportedValue]
    /// Reads what has waited for its end, since nothing more will come.
    mutating func finish() -> [ReportedValue]
    /// How many lines, rows or records could not be read.
    var damagedCount: Int { get }
}

extension MetricReader {
    /// Reads the next bytes.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> [ReportedValue] {
        let bytes = Array(bytes)
        return bytes.withUnsafeBytes { take($0) }
    }
}
