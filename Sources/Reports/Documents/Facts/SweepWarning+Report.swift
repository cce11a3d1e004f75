import Analysis
import SweepViews
import Sweeps

extension SweepWarning {
    /// All that a reader of the report should beware of, the gravest first: what makes the comparison unfair, then
    /// what makes its numbers uncertain, then what could be better still.
    ///
    /// - Parameter groups: of each parameter that has some, the one that the verdict is on first.
    static func all(in basis: ReportBasis, groups: [ReportGroups]) -> [SweepWarning] {
        let collector = WarningCollector(basis: basis, groups: groups)
        return collector.lostTrials + basis.idleSettings.map(SweepWarning.idleSetting) + collector.edges
            + collector.specialCases
            + [collector.seeds, collector.devSet, collector.improving, collector.optimism].compactMap(\.self)
    }
}

/// Asks the evidence for each kind of warning.
private struct WarningCollector {
    let basis: ReportBasis
    let groups: [ReportGroups]

    private var objective: Objective { basis.results.objective }
    private var unit: ObjectiveUnit { basis.unit }
    private var verdict: Verdict? { basis.evidence.verdict }

    /// The configurations that the verdict speaks of: the winner, and the best of each group; and the best of each
    /// optimizer, since optimizers are the likeliest to have been tuned unequally.
    private var protagonists: [Int] {
        let told = groups.prefix(1) + groups.dropFirst().filter { $0.parameter == "optimizer" }
        var seen: Set<Int> = []
        return ((basis.winner.map { [$0] } ?? []) + told.flatMap { $0.members.map(\.entry) })
            .filter { seen.insert($0).inserted }
    }

    /// The verdict speaks of none that lost seeds while others did not, so what seemed the best by the others is named.
    var lostTrials: [SweepWarning] {
        let leader = basis.ranking.lostLeader.flatMap { protagonists.contains($0) ? nil : $0 }
        return (protagonists + (leader.map { [$0] } ?? [])).compactMap { entry in
            let result = basis.ranking.entries[entry].result
            return LostTrials(
                label: basis.names[entry], trials: result.trials, valued: result.values.count, retry: basis.retry
            ).map(SweepWarning.lostTrials)
        }
    }

    var edges: [SweepWarning] {
        guard basis.isTuned else { return [] }
        return protagonists.flatMap { entry in
            BestAtEdge.all(in: basis.ranking, best: entry, comparisons: verdict?.comparisons)
                .map(SweepWarning.bestAtEdge)
        }
    }

    var specialCases: [SweepWarning] {
        guard basis.isTuned else { return [] }
        return SpecialCaseAhead.all(in: basis.ranking, verdict: verdict, design: basis.design).map(
            SweepWarning.specialCaseAhead)
    }

    var seeds: SweepWarning? {
        let samples = basis.valued.map { SeedSample(basis.ranking.entries[$0].result) }
        return SeedsOutweigh(samples, unit: unit).map(SweepWarning.seedsOutweigh)
    }

    /// Only where enough different values say in which steps they go: accuracies are counts over the set's size, exact
    /// to the last bit.
    var devSet: SweepWarning? {
        let results = basis.valued.map { basis.ranking.entries[$0].result }
        let shares = Set(results.flatMap { $0.values.map(\.point.value) })
        let resolution = basis.ranking.resolution
        guard unit == .points, objective.metric.hasPrefix("dev_"), shares.count > 3, resolution > 1e-6,
            results.count > 1, let first = results[0].mean, let second = results[1].mean
        else { return nil }
        return SmallDevSet(size: Int((1 / resolution).rounded()), first: first, second: second)
            .map(SweepWarning.smallDevSet)
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

    var optimism: SweepWarning? {
        guard basis.isTuned, let winner = basis.winner else { return nil }
        return OptimisticChoice(of: winner, in: basis.ranking, basis.evidence, test: basis.test(of: winner))
            .map(SweepWarning.optimisticChoice)
    }
}
