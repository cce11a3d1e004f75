import Sweeps

/// What can be said of a ranking, and with what certainty.
public struct RankingEvidence: Sendable {
    /// By entry of the ranking: its objective over seeds; nil without a value.
    public let summaries: [SampleSummary?]
    /// Nil where no configuration has two seeds, so that nothing can be told apart.
    public let verdict: Verdict?

    /// `resolution` is the smallest step of the objective: 1 / (size of the dev set) for an accuracy, 0 if unknown.
    /// The same ranking and seed give the same intervals.
    public init(_ ranking: Ranking, resolution: Double = 0, seed: UInt64 = 1) {
        var intervals = MeanIntervals(seed: seed)
        let samples = ranking.entries.map { SeedSample($0.result) }
        summaries = samples.map { SampleSummary($0.values, intervals: &intervals) }
        verdict = BestComparisons(samples, goal: ranking.objective.goal, resolution: resolution).map(Verdict.init)
    }

    /// The verdict in one sentence, or why there is none.
    ///
    /// `labels` has a name for each entry; `among` are the entries to speak of, best first: all that have a value by
    /// default, or the best of each group.
    public func sentence(labels: [String], among: [Int]? = nil, unit: ObjectiveUnit) -> String {
        let valued = among ?? summaries.indices.filter { summaries[$0] != nil }
        guard let first = valued.first else { return "No configuration has a value yet." }
        guard let verdict else {
            guard valued.count > 1 else { return "\(labels[first]) is the only configuration, with one seed." }
            return
                "\(labels[first]) is ahead, but with one seed each nothing can be told apart, and no interval can be "
                + "given; train at least 3 seeds."
        }
        return verdict.sentence(labels: labels, among: valued, unit: unit)
    }
}

extension SeedSample {
    /// The objective of a configuration's finished trials; those that did not finish have none.
    public init(_ result: ConfigurationResult) {
        self.init(result.values.map { (seed: $0.seed, value: $0.point.value) })
    }
}
