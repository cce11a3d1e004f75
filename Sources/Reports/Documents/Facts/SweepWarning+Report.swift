import Analysis
import Settings
import Sweeps

extension SweepWarning {
    /// All that a reader of the report should beware of, the gravest first: what makes the comparison unfair, then
    /// what makes its numbers uncertain, then what could be better still.
    static func all(in basis: ReportBasis, groups: ReportGroups?) -> [SweepWarning] {
        let collector = WarningCollector(basis: basis, groups: groups)
        return collector.lostTrials + collector.edges + collector.specialCases
            + [collector.seeds, collector.devSet, collector.improving, collector.optimism].compactMap(\.self)
    }
}

/// Asks the evidence for each kind of warning.
private struct WarningCollector {
    let basis: ReportBasis
    let groups: ReportGroups?

    private var objective: Objective { basis.results.objective }
    private var unit: ObjectiveUnit { basis.unit }
    private var verdict: Verdict? { basis.evidence.verdict }

    /// The configurations that the verdict speaks of: the winner, and the best of each group.
    private var protagonists: [Int] {
        let members = groups?.members.map(\.entry) ?? []
        return (basis.winner.map { [$0] } ?? []) + members.filter { $0 != basis.winner }
    }

    /// The verdict speaks of none that lost seeds while others did not, so what seemed the best by the others is named.
    private var lostLeader: [Int] {
        let leader = basis.valued.reduce(nil) { best, next -> Int? in
            guard let mean = basis.ranking.entries[next].result.mean else { return best }
            guard let best, let most = basis.ranking.entries[best].result.mean else { return next }
            return objective.prefers(mean, to: most) ? next : best
        }
        return leader.map { protagonists.contains($0) ? [] : [$0] } ?? []
    }

    var lostTrials: [SweepWarning] {
        (protagonists + lostLeader).compactMap { entry in
            LostTrials(label: basis.names[entry], trials: basis.ranking.entries[entry].result.trials)
                .map(SweepWarning.lostTrials)
        }
    }

    var edges: [SweepWarning] {
        protagonists.flatMap { entry in
            BestAtEdge.all(in: basis.ranking, best: entry, comparisons: verdict?.comparisons)
                .map(SweepWarning.bestAtEdge)
        }
    }

    /// A special case that is ahead by less than two standard errors is ahead as chance has it.
    var specialCases: [SweepWarning] {
        guard let groups, groups.parameter == "optimizer", let comparisons = verdict?.comparisons else { return [] }
        let entries = Dictionary(groups.members.map { ($0.label, $0.entry) }) { first, _ in first }
        return Generalization.ofOptimizers.compactMap { known in
            guard let special = entries[known.special], let general = entries[known.general],
                let comparison = comparisons.comparison(of: special, over: general), comparison.ratio > 2
            else { return nil }
            return SpecialCaseAhead(known, comparison: comparison, unit: unit).map(SweepWarning.specialCaseAhead)
        }
    }

    var seeds: SweepWarning? {
        let samples = basis.valued.map { SeedSample(basis.ranking.entries[$0].result) }
        return SeedsOutweigh(samples, unit: unit).map(SweepWarning.seedsOutweigh)
    }

    /// Only where enough different values say in which steps they go; steps of 0.1, 0.01, … may be those of the digits
    /// that a program writes.
    var devSet: SweepWarning? {
        let results = basis.valued.map { basis.ranking.entries[$0].result }
        let shares = Set(results.flatMap { $0.values.map(\.point.value) })
        let resolution = basis.ranking.resolution
        guard unit == .points, objective.metric.hasPrefix("dev_"), shares.count > 3, resolution > 1e-6 else {
            return nil
        }
        let size = Int((1 / resolution).rounded())
        guard ![10, 100, 1_000, 10_000, 100_000].contains(size), results.count > 1, let first = results[0].mean,
            let second = results[1].mean
        else { return nil }
        return SmallDevSet(size: size, first: first, second: second).map(SweepWarning.smallDevSet)
    }

    /// By the objective itself, or by the loss of the dev set, which shows it more clearly than a count of errors.
    var improving: SweepWarning? {
        guard let winner = basis.winner else { return nil }
        let finished = basis.trials(of: winner).filter { $0.outcome.state == .finished }
        let candidates = [(objective.metric, objective.goal), ("dev_loss", .minimize)]
        for (metric, goal) in candidates {
            guard let curve = SeedCurve(of: metric, in: finished) else { continue }
            let points = zip(curve.x, curve.mean).map { (epoch: $0, value: $1) }
            if let warning = StillImproving(metric: metric, goal: goal, curve: points) {
                return .stillImproving(warning)
            }
        }
        return nil
    }

    /// Nil also where chance in picking the best is next to nothing beside chance in its seeds.
    var optimism: SweepWarning? {
        guard let verdict, let winner = basis.winner, let summary = basis.evidence.summaries[winner],
            let deviation = summary.deviation
        else { return nil }
        // It owes no more to luck than its own seeds scatter, however much those of the others do.
        let spread = min((verdict.comparisons.typicalVariance / 2).squareRoot(), deviation)
        let choice = OptimisticChoice(
            metric: objective.metric, value: summary.mean,
            count: verdict.standings.indices.count(where: verdict.isInTiedGroup),
            standardError: spread / Double(summary.count).squareRoot(),
            test: basis.testMetric.flatMap { basis.mean(of: $0, entry: winner) }, goal: objective.goal, unit: unit)
        guard let choice, choice.optimism >= summary.margin / 4 else { return nil }
        return .optimisticChoice(choice)
    }
}
