import Sweeps

/// What can be said of a ranking, and with what certainty.
public struct RankingEvidence: Sendable {
    /// By entry of the ranking: its objective over seeds; nil without a value.
    public let summaries: [SampleSummary?]
    /// Nil where no configuration that kept all its seeds has two, so that nothing can be told apart.
    ///
    /// A configuration that lost seeds has no part in it and stands there as undecided: its mean is that of the seeds
    /// that went well, which no comparison can make good.
    public let verdict: Verdict?
    /// By entry of the ranking: to the best of those that it can be compared with.
    public let standings: [Standing]
    /// That not all can be compared, so that there is no verdict on all; nil where they can.
    public let comparability: Comparability?
    /// What can be said of those that can be compared with each other; empty where all can.
    public let parts: [Part]
    /// By entry of the ranking: whether it lost seeds.
    private let lost: [Bool]
    /// By entry of the ranking.
    private let ranks: [Int?]

    /// Configurations that can be compared with each other.
    public struct Part: Sendable {
        /// What they have in common: `loss mse`.
        public let label: String
        public let ranking: Ranking
        public let evidence: RankingEvidence
        /// By entry of the part's ranking: that of the whole.
        public let entries: [Int]
    }

    /// `resolution` is the smallest step of the objective, 0 if unknown; by default the ranking's. The same ranking and
    /// seed give the same intervals.
    public init(_ ranking: Ranking, resolution: Double? = nil, seed: UInt64 = 1) {
        var intervals = MeanIntervals(seed: seed)
        let samples = ranking.entries.map { SeedSample($0.result) }
        let lost = ranking.entries.map { $0.result.lostCount > 0 }
        summaries = samples.map { SampleSummary($0.values, intervals: &intervals) }
        self.lost = lost
        ranks = ranking.entries.map(\.rank)
        comparability = ranking.comparability
        parts = (ranking.comparability?.parts ?? []).map { part in
            let own = ranking.part(part.members)
            return Part(
                label: part.label, ranking: own, evidence: RankingEvidence(own, resolution: resolution, seed: seed),
                entries: part.members)
        }
        let verdict =
            ranking.comparability != nil
            ? nil
            : BestComparisons(
                zip(samples, lost).map { $1 ? SeedSample([Double]()) : $0 }, goal: ranking.objective.goal,
                resolution: resolution ?? ranking.resolution
            ).map(Verdict.init)
        self.verdict = verdict
        var standings = ranking.entries.enumerated().map { index, entry in
            Standing(of: entry.result, at: index, verdict: verdict)
        }
        for part in parts {
            for (place, entry) in part.entries.enumerated() {
                let standing = part.evidence.standings[place]
                // By itself there is nothing to be best of.
                let isAlone = part.entries.count == 1 && standing != .lostSeeds
                standings[entry] = isAlone ? .notCompared : standing
            }
        }
        self.standings = standings
    }

    /// The verdict in one sentence, or why there is none.
    ///
    /// `labels` has a name for each entry; `among` are the entries to speak of, best first: all that have a value by
    /// default, or the best of each group. `measures` are the metrics by which all could be compared. After a colon
    /// nothing opens.
    public func sentence(
        labels: [String], among: [Int]? = nil, unit: ObjectiveUnit, judgingBy measures: [String] = [],
        isOpening: Bool = true
    ) -> String {
        let valued = among ?? summaries.indices.filter { summaries[$0] != nil }
        guard let first = valued.first else { return "No configuration has a value yet." }
        if let comparability {
            return ([comparability.sentence(judgingBy: measures)] + (among == nil ? sentences(labels, unit) : []))
                .joined(separator: " ")
        }
        let whole = valued.filter { !lost[$0] }
        guard let leader = whole.first else {
            return valued.count > 1
                ? "\(labels[first]) is ahead, but every configuration lost seeds, so nothing is claimed."
                : "\(labels[first]) is the only configuration, and it lost seeds."
        }
        if whole.count == 1, summaries.count > 1 {
            return "\(labels[leader]) is the only configuration with a value"
                + (valued.count > 1 ? " that lost no seed." : ".")
        }
        guard let verdict else {
            guard whole.count > 1 else { return "\(labels[leader]) is the only configuration, with one seed." }
            return lead(of: whole, labels, isOpening)
                + ", but with one seed each nothing can be told apart, and no interval can be "
                + "given; train at least 3 seeds."
        }
        return verdict.sentence(labels: labels, among: whole, unit: unit)
    }

    /// "a is ahead", "a and b are level", "All 12 are level", "The first 3 are level": by their means alone.
    private func lead(of whole: [Int], _ labels: [String], _ isOpening: Bool) -> String {
        let level = whole.prefix { ranks[$0] == ranks[whole[0]] }
        guard level.count > 1 else { return "\(labels[whole[0]]) is ahead" }
        guard level.count > 3 else { return Phrases.list(level.map { labels[$0] }) + " are level" }
        let (all, first) = isOpening ? ("All", "The first") : ("all", "the first")
        return "\(level.count == whole.count ? all : first) \(level.count) are level"
    }

    /// Of more parts than that the table alone speaks.
    public static let mostParts = 3

    /// Of parts with a single configuration there is nothing to say.
    private func sentences(_ labels: [String], _ unit: ObjectiveUnit) -> [String] {
        let told = parts.count > Self.mostParts ? [] : parts.filter { $0.entries.count > 1 }
        return told.map { part in
            let sentence = part.evidence.sentence(
                labels: part.entries.map { labels[$0] }, unit: unit, isOpening: false)
            return "Of \(part.label): \(sentence)"
        }
    }
}

extension SeedSample {
    /// The objective of a configuration's finished trials; those that did not finish have none.
    public init(_ result: ConfigurationResult) {
        self.init(result.values.map { (seed: $0.seed, value: $0.point.value) })
    }
}
