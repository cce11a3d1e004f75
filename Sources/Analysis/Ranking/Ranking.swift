public import Sweeps

/// The configurations of a sweep, the best first by the mean of the objective over their seeds.
///
/// A seed that was lost (diverged, failed, timed out, or finished without a value) counts as worse than any value, so
/// that no configuration comes first by the seeds that went well: those of which fewer seeds were lost come first,
/// whatever their means.
///
/// Where the objective measures another thing in some configurations than in others (`Comparability`), each part that can
/// be compared has a ranking of its own, one after the other.
public struct Ranking: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// Counted from 1 among those that can be compared; equals share a rank, and the next rank is as many later
        /// (1, 1, 3). Nil without a value.
        public let rank: Int?
        public let result: ConfigurationResult
    }

    public let objective: Objective
    /// What the objective reads.
    public let metric: MetricDefinition
    /// Those without any value come last; among equals, the lower number is first.
    public let entries: [Entry]
    /// The smallest step of the objective, 1 / (size of the dev set) for an accuracy; 0 where the values do not tell.
    public let resolution: Double
    /// That not all can be compared; nil where they can.
    public let comparability: Comparability?

    /// - Parameter metric: the objective's metric; nil: what its name tells.
    public init(of outcomes: [TrialOutcome], by objective: Objective, metric: MetricDefinition? = nil) {
        let groups = Dictionary(grouping: outcomes, by: \.configurationNumber)
        self.init(
            of: groups.sorted { $0.key < $1.key }.map { ConfigurationResult(of: $0.value, by: objective) },
            by: objective, metric: metric ?? MetricDefinition(named: objective.metric),
            resolution: Self.resolution(of: objective.metric, in: outcomes))
    }

    /// The ranking of some of the entries alone.
    public func part(_ members: [Int]) -> Ranking {
        Ranking(
            of: members.map { entries[$0].result }.sorted { $0.number < $1.number }, by: objective,
            metric: metric, resolution: resolution)
    }

    /// - Parameter results: by number.
    private init(
        of results: [ConfigurationResult], by objective: Objective, metric: MetricDefinition, resolution: Double
    ) {
        self.objective = objective
        self.metric = metric
        self.resolution = resolution
        let valued = results.filter { $0.mean != nil }
        let comparability = Comparability(of: valued, by: metric)
        self.comparability = comparability?.ranked()
        let parts = comparability?.parts.map { $0.members.map { valued[$0] } } ?? [valued]
        entries =
            parts.flatMap { Self.ranked($0, by: objective) }
            + results.filter { $0.mean == nil }.map { Entry(rank: nil, result: $0) }
    }

    /// Those that can be compared with each other, the best first.
    private static func ranked(_ results: [ConfigurationResult], by objective: Objective) -> [Entry] {
        let sorted = results.compactMap { result in result.mean.map { (result: result, mean: $0) } }
            .sorted { first, second in
                let (mine, theirs) = (first.result.lostShare, second.result.lostShare)
                if mine != theirs { return mine < theirs }
                if objective.prefers(first.mean, to: second.mean) { return true }
                if objective.prefers(second.mean, to: first.mean) { return false }
                return first.result.number < second.result.number
            }
        var entries: [Entry] = []
        var rank = 0
        var leader: (share: Double, mean: Double)?
        for (index, (result, mean)) in sorted.enumerated() {
            let isTied = leader.map { $0.share == result.lostShare && Self.isTied(mean, with: $0.mean) } ?? false
            if !isTied { (rank, leader) = (index + 1, (result.lostShare, mean)) }
            entries.append(Entry(rank: rank, result: result))
        }
        return entries
    }

    /// All entries, the best of each part first, then the second of each; those without a value last.
    public var leading: [Int] {
        guard let parts = comparability?.parts else { return Array(entries.indices) }
        let most = parts.map(\.members.count).max() ?? 0
        let valued = (0..<most).flatMap { place in
            parts.compactMap { place < $0.members.count ? $0.members[place] : nil }
        }
        return valued + entries.indices.dropFirst(valued.count)
    }

    /// The coarsest of all data sets that were trained on.
    private static func resolution(of metric: String, in outcomes: [TrialOutcome]) -> Double {
        var steps: [String: ValueStep] = [:]
        for outcome in outcomes {
            guard let summary = outcome.summaries[metric] else { continue }
            for point in [summary.last, summary.smallest, summary.largest] {
                if let point { steps[outcome.trial.data, default: ValueStep()].take(point.value) }
            }
        }
        return steps.values.map(\.size).max() ?? 0
    }

    /// Equal but for what rounding does to sums: accuracies over a few hundred examples often are.
    private static func isTied(_ first: Double, with second: Double) -> Bool {
        abs(first - second) <= 1e-12 * max(abs(first), abs(second))
    }
}
