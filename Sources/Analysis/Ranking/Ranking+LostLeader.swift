import Sweeps

extension Ranking {
    /// The entry with the best mean of all, where it lost seeds and so does not come first; else nil, and where not all
    /// can be compared.
    public var lostLeader: Int? {
        guard comparability == nil else { return nil }
        var leader: (index: Int, mean: Double)?
        for (index, entry) in entries.enumerated() {
            guard let mean = entry.result.mean else { continue }
            if leader.map({ objective.prefers(mean, to: $0.mean) }) ?? true { leader = (index, mean) }
        }
        return leader.flatMap { entries[$0.index].result.lostCount > 0 ? $0.index : nil }
    }
}
