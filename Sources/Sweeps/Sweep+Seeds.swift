extension Sweep {
    /// The smallest seeds from 1 on that were not used.
    public static func smallestSeeds(_ count: Int, avoiding used: Set<Int>) -> [Int] {
        Array((1...(count + used.count)).lazy.filter { !used.contains($0) }.prefix(count))
    }
}
