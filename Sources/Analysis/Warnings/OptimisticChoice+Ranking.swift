extension OptimisticChoice {
    /// That of the winner of a ranking; nil also where chance in picking it is next to nothing beside chance in its own
    /// seeds.
    ///
    /// - Parameters:
    ///   - winner: its entry.
    ///   - evidence: the ranking's.
    ///   - test: the test set's value of it, where there is one.
    ///   - part: what the ranking's configurations have in common, where others cannot be compared with them.
    public init?(
        of winner: Int, in ranking: Ranking, _ evidence: RankingEvidence, test: Double?, part: String? = nil
    ) {
        guard let summary = evidence.summaries[winner] else { return nil }
        let objective = ranking.objective
        guard let verdict = evidence.verdict else {
            // One seed each; what lost seeds was not to be chosen.
            let count = ranking.entries.count { !$0.result.values.isEmpty && $0.result.lostCount == 0 }
            guard summary.count == 1 else { return nil }
            self.init(
                objective, value: summary.mean, count: count, standardError: nil, test: test, unit: ranking.unit,
                part: part)
            return
        }
        guard let deviation = summary.deviation else { return nil }
        // It owes no more to luck than its own seeds scatter, however much those of the others do.
        let spread = min((verdict.comparisons.typicalVariance / 2).squareRoot(), deviation)
        let seeds = Double(summary.count).squareRoot()
        self.init(
            objective, value: summary.mean, count: verdict.standings.indices.count(where: verdict.isInTiedGroup),
            standardError: spread / seeds, test: test, unit: ranking.unit, part: part)
        guard let optimism, optimism >= deviation / seeds / 4 else { return nil }
    }
}
