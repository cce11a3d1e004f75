public import Sweeps

/// The configurations of a sweep, the best first by the mean of the objective over their seeds.
///
/// A seed that was lost (diverged, failed, timed out, or finished without a value) counts as worse than any value, so
/// that no configuration comes first by the seeds that went well: those of which fewer seeds were lost come first,
/// whatever their means.
public struct Ranking: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// Counted from 1; equals share a rank, and the next rank is as many later (1, 1, 3). Nil without a value.
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
        let valued = results.compactMap { result in result.mean.map { (result: result, mean: $0) } }
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
        for (index, (result, mean)) in valued.enumerated() {
            let isTied = leader.map { $0.share == result.lostShare && Self.isTied(mean, with: $0.mean) } ?? false
            if !isTied { (rank, leader) = (index + 1, (result.lostShare, mean)) }
            entries.append(Entry(rank: rank, result: result))
        }
        self.entries = entries + results.filter { $0.mean == nil }.map { Entry(rank: nil, result: $0) }
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
