import Randomness

/// The order in which an epoch takes the examples: a function of the seed and the epoch alone.
public struct EpochOrder {
    private let shuffle: Shuffle
    private let seed: UInt64
    /// The examples' indices, in the order of `epoch`.
    public private(set) var indices: [Int32]
    private var epoch: Int?

    public init(_ shuffle: Shuffle, count: Int, seed: UInt64) {
        self.shuffle = shuffle
        self.seed = seed
        indices = Array(0..<Int32(count))
    }

    /// Brings `indices` to an epoch, counted from 0.
    public mutating func prepare(epoch: Int) {
        let drawn = shuffle == .eachEpoch ? epoch : 0
        guard shuffle != .never, self.epoch != drawn else { return }
        for index in indices.indices { indices[index] = Int32(index) }
        var stream = RandomStream(seed: seed, .order, index: UInt64(drawn))
        stream.shuffle(&indices)
        self.epoch = drawn
    }
}
