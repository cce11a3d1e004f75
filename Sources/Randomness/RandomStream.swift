/// What random numbers are drawn for; each has numbers of its own, so that drawing more for one changes no other.
public enum StreamName: String, CaseIterable, Sendable {
    case `init`, split, order, dropout, augment, search, data, bootstrap
}

/// A sequence of random numbers that is a function of (seed, stream, index) alone.
///
/// Any place of it can be reached directly, so that a training which goes on after an interruption needs no generator
/// state: the order of epoch e comes from `RandomStream(seed: s, .order, index: e)`.
/// Philox 4×32 with ten rounds; J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC 2011. Key: the seed mixed with the stream's name. Counter: (position, index).
public struct RandomStream: RandomNumberGenerator, Sendable {
    /// Of `Philox`, for whoever draws many of the stream's blocks at once; block i is that of the counter (i, index).
    public let key: SIMD2<UInt32>
    private let index: UInt64
    /// The next block.
    var position: UInt64 = 0
    private var block = SIMD4<UInt32>()
    /// Words of `block` that are still to be given, in pairs.
    var unused = 0

    public init(seed: UInt64, _ stream: StreamName, index: UInt64 = 0) {
        var fingerprint = Fingerprint(of: stream.rawValue)
        fingerprint.combine(seed)
        let word = fingerprint.word
        key = SIMD2(UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
        self.index = index
    }

    public mutating func next() -> UInt64 {
        if unused == 0 {
            let counter = SIMD4(
                UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: position >> 32),
                UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32))
            block = Philox.block(counter: counter, key: key)
            position &+= 1
            unused = 2
        }
        unused -= 1
        let (low, high) = unused == 1 ? (block[0], block[1]) : (block[2], block[3])
        return UInt64(high) << 32 | UInt64(low)
    }

    /// A number in 0..<1 with 53 random bits.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number in 0..<1 with 24 random bits.
    public mutating func uniformFloat() -> Float {
        Float(next() >> 40) * 0x1p-24
    }

    /// A whole number in 0..<`bound`, each equally likely. `bound` must be positive.
    ///
    /// D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
    public mutating func below(_ bound: UInt64) -> UInt64 {
        precondition(bound > 0, "a bound of \(bound) leaves nothing to draw")
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold {
                product = next().multipliedFullWidth(by: bound)
            }
        }
        return product.high
    }

    /// Puts the elements in a random order, each order equally likely (Fisher–Yates).
    @inlinable
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, Int(below(UInt64(last) + 1)))
        }
    }
}
