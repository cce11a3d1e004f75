public import Sweeps

/// The configurations of a sweep, the best first by the mean of the objective over their seeds.
public struct Ranking: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// Counted from 1; equal means share a rank, and the next rank is as many later (1, 1, 3). Nil without a value.
        public let rank: Int?
        public let result: ConfigurationResult
    }

    public let objective: Objective
    /// Those without any value come last; among equals, the lower number is first.
    public let entries: [Entry]

    public init(of outcomes: [TrialOutcome], by objective: Objective) {
        self.objective = objective
        let groups = Dictionary(grouping: outcomes, by: \.configurationNumber)
        let results = groups.sorted { $0.key < $1.key }.map { ConfigurationResult(of: $0.value, by: objective) }
        let valued = results.compactMap { result in result.mean.map { (result: result, mean: $0) } }
            .sorted { first, second in
                if objective.prefers(first.mean, to: second.mean) { return true }
                if objective.prefers(second.mean, to: first.mean) { return false }
                return first.result.number < second.result.number
            }
        var entries: [Entry] = []
        var rank = 0
        var leader: Double?
        for (index, (result, mean)) in valued.enumerated() {
            if leader.map({ !Self.isTied(mean, with: $0) }) ?? true { (rank, leader) = (index + 1, mean) }
            entries.append(Entry(rank: rank, result: result))
        }
        self.entries = entries + results.filter { $0.mean == nil }.map { Entry(rank: nil, result: $0) }
    }

    /// Equal but for what rounding does to sums: accuracies over a few hundred examples often are.
    private static func isTied(_ first: Double, with second: Double) -> Bool {
        abs(first - second) <= 1e-12 * max(abs(first), abs(second))
    }
}
