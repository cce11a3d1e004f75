import Sweeps

extension SpecialCaseAhead {
    /// Those among the optimizers of a ranking, each at its best settings, whatever else varies.
    ///
    /// By the verdict, one that is ahead by two standard errors or more; otherwise it is ahead as chance has it. With
    /// one seed each, one that is ahead by a tenth or more of what lies between the best and the middle configuration.
    public static func all(in ranking: Ranking, verdict: Verdict?) -> [SpecialCaseAhead] {
        let groups = ranking.bestEntries(by: "optimizer", verdict: verdict)
        let entries = Dictionary(groups.map { ($0.label, $0.entry) }) { first, _ in first }
        return Generalization.ofOptimizers.compactMap { known in
            guard let special = entries[known.special], let general = entries[known.general] else { return nil }
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
