/// What one configuration reached with each of its seeds: the finite values of the objective, by seed.
public struct SeedSample: Hashable, Sendable {
    /// Ascending, each once.
    public let seeds: [Int]
    /// As many as `seeds`, in their order.
    public let values: [Double]

    /// Leaves out values that are not finite; of several values with one seed the last counts.
    public init(_ measured: some Sequence<(seed: Int, value: Double)>) {
        var bySeed: [Int: Double] = [:]
        for (seed, value) in measured where value.isFinite { bySeed[seed] = value }
        let sorted = bySeed.sorted { $0.key < $1.key }
        seeds = sorted.map(\.key)
        values = sorted.map(\.value)
    }

    /// Values with the seeds 1, 2, …; those that are not finite are left out.
    public init(_ values: [Double]) {
        let finite = values.indices.filter { values[$0].isFinite }
        seeds = finite.map { $0 + 1 }
        self.values = finite.map { values[$0] }
    }

    public var count: Int { values.count }

    /// Calls `body` with both values of each seed that both samples have, and says how many there are.
    @discardableResult
    func forEachPair(with other: SeedSample, _ body: (Double, Double) -> Void) -> Int {
        var pairs = 0
        var mine = 0
        var theirs = 0
        while mine < seeds.count, theirs < other.seeds.count {
            if seeds[mine] == other.seeds[theirs] {
                body(values[mine], other.values[theirs])
                pairs += 1
                mine += 1
                theirs += 1
            } else if seeds[mine] < other.seeds[theirs] {
                mine += 1
            } else {
                theirs += 1
            }
        }
        return pairs
    }
}
