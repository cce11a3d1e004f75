public import Analysis
import Sweeps

extension RankedConfigurations {
    /// All that a reader should beware of, the gravest first: what makes the comparison unfair, then what makes its
    /// numbers uncertain, then what could be better still.
    ///
    /// - Parameters:
    ///   - groups: of each parameter that has some, the one that the verdict is on first; nil: all.
    ///   - retry: the command that trains failed trials again.
    public func warnings(groups: [ParameterGroups]? = nil, retry: String = "sweep run FILE --retry failed")
        -> [SweepWarning]
    {
        let collector = WarningCollector(ranked: self, groups: groups ?? ParameterGroups.all(self), retry: retry)
        return collector.lostTrials + view.idleSettings.map(SweepWarning.idleSetting) + collector.edges
            + collector.specialCases
            + [collector.seeds, collector.devSet, collector.improving].compactMap(\.self)
            + optimisticChoices.map(SweepWarning.optimisticChoice)
            + collector.diagnoses + collector.machines
    }
}

/// Asks the evidence for each kind of warning.
private struct WarningCollector {
    let ranked: RankedConfigurations
    let groups: [ParameterGroups]
    let retry: String

    private var objective: Objective { ranked.view.objective }
    private var unit: ObjectiveUnit { ranked.unit }
    private var verdict: Verdict? { ranked.evidence.verdict }

    /// The configurations that the verdict speaks of: the winner, and the best of each group; and the best of each
    /// optimizer, since optimizers are the likeliest to have been tuned unequally.
    private var told: [Int] {
        let divisions = groups.prefix(1) + groups.dropFirst().filter { $0.parameter == "optimizer" }
        var seen: Set<Int> = []
        return (ranked.leaders + divisions.flatMap { $0.members.map(\.entry) })
            .filter { seen.insert($0).inserted }
    }

    /// The verdict speaks of none that lost seeds while others did not, so what seemed the best by the others is named.
    var lostTrials: [SweepWarning] {
        let leader = ranked.ranking.lostLeader.flatMap { told.contains($0) ? nil : $0 }
        return (told + (leader.map { [$0] } ?? [])).compactMap { entry in
            let result = ranked.ranking.entries[entry].result
            return LostTrials(
                label: ranked.names[entry], trials: result.trials, valued: result.values.count, retry: retry
            ).map(SweepWarning.lostTrials)
        }
    }

    var edges: [SweepWarning] {
        guard ranked.view.isTuned else { return [] }
        return told.flatMap { entry in
            BestAtEdge.all(
                in: ranked.ranking, best: entry, comparisons: verdict?.comparisons, design: ranked.view.design
            )
            // Over a range that all share, the best value is the winner's.
            .filter { $0.branch != nil || ranked.leaders.contains(entry) }
            .map(SweepWarning.bestAtEdge)
        }
    }

    var specialCases: [SweepWarning] {
        guard ranked.view.isTuned else { return [] }
        return SpecialCaseAhead.all(in: ranked.ranking, verdict: verdict, design: ranked.view.design)
            .map(SweepWarning.specialCaseAhead)
    }

    var diagnoses: [SweepWarning] {
        ranked.diagnoses(of: told).map(SweepWarning.diagnosis)
    }

    var machines: [SweepWarning] {
        ranked.view.notes.compactMap { note in
            if case .mixedMachines(let mixed) = note { .mixedMachines(mixed.sentence) } else { nil }
        }
    }

    var seeds: SweepWarning? {
        guard ranked.evidence.comparability == nil else { return nil }
        let samples = ranked.valued.map { SeedSample(ranked.ranking.entries[$0].result) }
        return SeedsOutweigh(samples, unit: unit).map(SweepWarning.seedsOutweigh)
    }

    /// Only where enough different values say in which steps they go: accuracies are counts over the set's size, exact
    /// to the last bit.
    var devSet: SweepWarning? {
        let results = ranked.valued.map { ranked.ranking.entries[$0].result }
        let shares = Set(results.flatMap { $0.values.map(\.point.value) })
        let resolution = ranked.ranking.resolution
        guard ranked.evidence.comparability == nil, unit == .points, ranked.ranking.metric.set == .dev,
            shares.count > 3, resolution > 1e-6,
            results.count > 1, let first = results[0].mean, let second = results[1].mean
        else { return nil }
        return SmallDevSet(size: Int((1 / resolution).rounded()), first: first, second: second)
            .map(SweepWarning.smallDevSet)
    }

    /// By the objective's own course: what else still moves is not what was asked for.
    var improving: SweepWarning? {
        guard let winner = ranked.winner else { return nil }
        let finished = ranked.trials(of: winner).filter { $0.outcome.state == .finished }
        guard let curve = SeedCurve(of: objective.metric, in: finished) else { return nil }
        let points = zip(curve.x, curve.mean).map { (epoch: $0, value: $1) }
        return StillImproving(metric: objective.metric, goal: objective.goal, curve: points)
            .map(SweepWarning.stillImproving)
    }
}
