import Settings
public import Sweeps

extension SpecialCaseAhead {
    /// Those among the optimizers of a ranking, each at its best settings among those that both were tried with, where
    /// every option matches.
    ///
    /// By the verdict, one that is ahead by two standard errors or more; otherwise it is ahead as chance has it. With
    /// one seed each, one that is ahead by a tenth or more of what lies between the best and the middle configuration.
    public static func all(
        in ranking: Ranking, verdict: Verdict?, design: SweepDesign = SweepDesign()
    ) -> [SpecialCaseAhead] {
        guard ranking.comparability == nil else { return [] }
        return Generalization.ofOptimizers.compactMap { known in
            guard let (special, general) = ranking.best(of: known, verdict: verdict, design: design) else { return nil }
            guard let verdict else {
                let lead = ranking.lead(of: special, over: general)
                return lead > 0 && lead >= 0.1 * ranking.spread
                    ? SpecialCaseAhead(known, lead: lead, unit: ranking.unit) : nil
            }
            guard let comparison = verdict.comparisons.comparison(of: special, over: general), comparison.ratio > 2
            else { return nil }
            return SpecialCaseAhead(known, comparison: comparison, unit: ranking.unit)
        }
    }
}

extension Ranking {
    /// The best entries of a special case and its generalization over settings that both were tried with; nil where that
    /// does not include this one.
    fileprivate func best(
        of known: Generalization, verdict: Verdict?, design: SweepDesign
    ) -> (special: Int, general: Int)? {
        let optimizer = "optimizer"
        let table = entries.map { $0.result.configuration.parametersByName }
        let both = entries.indices.filter { index in
            entries[index].rank != nil && [known.special, known.general].contains(table[index][optimizer]?.text)
        }
        let shared = SharedSettings(
            of: optimizer, among: both.map { entries[$0].result.configuration }, design: design)
        let members = shared.members.map { both[$0] }
        func first(_ name: String) -> Int? {
            let own = members.filter { table[$0][optimizer]?.text == name }
            return own.first { verdict?.isCompared($0) ?? true } ?? own.first
        }
        guard let special = first(known.special), let general = first(known.general),
            known.holds(special: table[special], general: table[general])
        else { return nil }
        return (special, general)
    }

    /// By how much the mean of one entry is better than another's; 0 where one has none, or where it lost seeds.
    fileprivate func lead(of first: Int, over second: Int) -> Double {
        let (mine, theirs) = (entries[first].result, entries[second].result)
        guard let mean = mine.mean, let other = theirs.mean, mine.lostCount + theirs.lostCount == 0 else { return 0 }
        return objective.goal == .maximize ? mean - other : other - mean
    }

    /// What lies between the best and the middle configuration.
    fileprivate var spread: Double {
        let means = entries.compactMap(\.result.mean)
        guard let median = SampleStatistics.median(of: means), let best = means.first else { return 0 }
        return abs(best - median)
    }
}
