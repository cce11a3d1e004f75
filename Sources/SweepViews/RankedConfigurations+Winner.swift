public import Analysis
import Sweeps

extension RankedConfigurations {
    /// The entry that the sweep recommends: the best of those that can be compared, or else the first. While a sweep
    /// runs, one with a single seed may be ahead of what was compared. Nil also where not all can be compared.
    public var winner: Int? {
        evidence.comparability == nil ? verdict?.comparisons.best ?? valued.first : nil
    }

    /// The winner, or the best of each part where not all can be compared.
    public var leaders: [Int] {
        if let winner { return [winner] }
        return sections.compactMap { section in
            (section.rows.first { $0.standing == .best } ?? section.rows.first { $0.rank != nil })?.entry
        }
    }

    /// What always guessing the same comes to, beside each of the leaders whose trials measured it.
    public var constantGuesses: [ConstantGuess] {
        let parts = Dictionary(rows.map { ($0.entry, $0.part) }) { first, _ in first }
        return leaders.compactMap { ConstantGuess(beside: $0, in: ranking, part: parts[$0] ?? nil) }
    }

    public func trials(of entry: Int) -> [SweepView.TrialResult] {
        let number = ranking.entries[entry].result.number
        let place = groupedBy == nil ? entry : view.ranking.entries.firstIndex { $0.result.number == number }
        return place.map { view.configurations[$0].trials } ?? []
    }

    /// The best of some values of the objective.
    public func best(of values: [Double]) -> Double? { objective.goal == .maximize ? values.max() : values.min() }

    /// What is to be said of the configuration with the best mean of all where it lost seeds.
    public var lostLeader: LostLeader? {
        ranking.lostLeader.map { LostLeader(name: names[$0], result: ranking.entries[$0].result) }
    }

    /// The hyperparameters whose best value lies at the edge of what was tried, where by the objective one may be tuned.
    public var edges: [BestAtEdge] {
        guard view.isTuned, let comparisons = verdict?.comparisons else { return [] }
        return BestAtEdge.all(in: ranking, best: comparisons.best, comparisons: comparisons, design: view.design)
    }

    /// What ails the trainings of some entries, those first, and of others where they show it more.
    public func diagnoses(of told: [Int]) -> [Diagnosis] {
        Diagnosis.all(
            of: told, in: ranking, outcomes: view.trials.map(\.outcome), labels: names,
            losses: ["train_loss", "dev_loss"].map(view.sources[0].definition))
    }

    /// By how much the winner, the best of those that cannot be told apart, looks better than it is.
    public var optimism: OptimisticChoice? {
        guard view.isTuned, let winner else { return nil }
        return OptimisticChoice(of: winner, in: ranking, evidence, test: test(of: winner))
    }

    /// The same of the winner, or of the best of each part where not all can be compared; of many parts the ranking
    /// alone speaks.
    public var optimisticChoices: [OptimisticChoice] {
        guard evidence.comparability != nil else { return [optimism].compactMap(\.self) }
        guard view.isTuned, evidence.parts.count <= RankingEvidence.mostParts else { return [] }
        return evidence.parts.compactMap { part in
            guard let place = part.entries.firstIndex(where: leaders.contains) else { return nil }
            return OptimisticChoice(
                of: place, in: part.ranking, part.evidence, test: test(of: part.entries[place]), part: part.label)
        }
    }

    /// What another metric of the finished trials of an entry came to at last, by seed; those without one are left out.
    public func lastValues(of metric: String, entry: Int) -> [Double] {
        trials(of: entry).filter { $0.state == .finished }
            .compactMap { $0.outcome.summaries[metric]?.value(.last, objective.goal)?.value }
    }

    /// What an entry comes to on the test set; nil where that was not measured of all its finished trials, or of other
    /// weights than those that are judged.
    public func test(of entry: Int) -> Double? {
        guard let metric = ranking.metric.testName else { return nil }
        let finished = trials(of: entry).map(\.outcome).filter { $0.state == .finished }
        let values = finished.compactMap { $0.test(metric, with: objective) }
        guard values.count == finished.count else { return nil }
        return SampleStatistics.mean(of: values)
    }
}
