import Sweeps

extension Verdict {
    /// The verdict in one sentence: "adam and momentum cannot be told apart; both beat sgd on average by 1.8 points (95 %
    /// interval 1.2…2.4)."
    ///
    /// `labels` has a name for each configuration. `among` are the configurations to speak of, best mean first, such as
    /// the best of each optimizer; the best of all must be among them.
    public func sentence(labels: [String], among: [Int], unit: ObjectiveUnit) -> String {
        precondition(labels.count == standings.count, "\(labels.count) labels for \(standings.count) configurations")
        let tied = among.filter(isInTiedGroup)
        let beaten = among.filter { standings[$0] == .worse }
        let undecided = among.filter { standings[$0] == .tooFewSeeds }
        let words = VerdictWords(verdict: self, labels: labels, unit: unit)
        var clauses: [String] = []
        if tied.count > 1 { clauses.append(words.tie(tied, withEvidence: beaten.isEmpty)) }
        if let nearest = beaten.first { clauses.append(words.victory(of: tied, over: beaten, nearest: nearest)) }
        if !undecided.isEmpty { clauses.append(words.silence(about: undecided)) }
        if clauses.isEmpty { clauses.append("\(labels[comparisons.best]) is the only configuration") }
        return clauses.joined(separator: "; ") + "."
    }
}

/// The clauses of a verdict.
private struct VerdictWords {
    let verdict: Verdict
    let labels: [String]
    let unit: ObjectiveUnit

    private var comparisons: BestComparisons { verdict.comparisons }

    /// "a and b cannot be told apart", with the difference and the seeds it takes where nothing else follows.
    func tie(_ tied: [Int], withEvidence: Bool) -> String {
        let clause = names(tied) + " cannot be told apart"
        let second = tied.first { $0 != comparisons.best }
        guard withEvidence, let second, let comparison = comparisons.comparisons[second] else { return clause }
        let areMany = tied.count > 2
        if let reversal = reversal(second, comparison) { return "\(clause) (\(reversal))" }
        if comparisons.isLevelWithBest(second) { return "\(clause) (\(equals(among: tied)) the same mean)" }
        let whose = areMany ? "\(labels[comparisons.best]) is ahead of \(labels[second]) by " : "a difference of "
        return "\(clause) (\(whose)\(evidence([comparison]).joined(separator: ", ")))\(needed(comparison, areMany))"
    }

    /// Where the best by the mean over its own seeds is not ahead over those that both have: "a has the better mean, but
    /// over the 2 seeds that both have b is ahead by 0.1 points"; else nil.
    private func reversal(_ second: Int, _ comparison: Comparison) -> String? {
        let (best, isEqual) = (comparisons.best, comparisons.isLevelWithBest(second))
        guard isEqual ? !comparisons.hasMeanOfBest(second) : comparison.difference < 0 else { return nil }
        let opening =
            comparisons.hasMeanOfBest(second)
            ? "\(labels[best]) and \(labels[second]) have the same mean" : "\(labels[best]) has the better mean"
        let seeds = "over the \(comparison.seeds) seeds that both have"
        return isEqual
            ? "\(opening), but \(seeds) they are equal"
            : "\(opening), but \(seeds) \(labels[second]) is ahead by "
                + evidence([comparison], sign: -1).joined(separator: ", ")
    }

    /// "they have", "all 10 have", "the first 4 have", "a and b have": those whose mean is the best's.
    private func equals(among tied: [Int]) -> String {
        let same = tied.filter(hasBestMean)
        guard same.count > 2 else {
            return (tied.count > 2 ? Phrases.list(same.map { labels[$0] }) : "they") + " have"
        }
        return (same.count == tied.count ? "all \(same.count)" : "the first \(same.count)") + " have"
    }

    private func hasBestMean(_ member: Int) -> Bool {
        member == comparisons.best
            || (comparisons.isLevelWithBest(member) && comparisons.hasMeanOfBest(member))
    }

    /// "; very roughly 12 seeds each would tell them apart".
    private func needed(_ comparison: Comparison, _ areMany: Bool) -> String {
        let whom = areMany ? "these two" : "them"
        guard comparison.difference > 0 else { return "" }
        guard let seeds = comparison.seedsToTell else {
            return "; not even \(SeedPower.mostSeeds) seeds each would tell \(whom) apart"
        }
        return "; very roughly \(seeds) seeds each would tell \(whom) apart (power 80 %)"
    }

    /// "both beat c on average by 1.8 points (95 % interval 1.2…2.4)", "a beats c (nearest, by 1.8 points, 95 % interval 1.2…2.4) and
    /// d".
    func victory(of tied: [Int], over beaten: [Int], nearest: Int) -> String {
        let pairs = tied.map { winner in beaten.map { comparisons.comparison(of: winner, over: $0) } }
        let allWin = pairs.allSatisfy { $0.allSatisfy { $0?.isToldApart == true } }
        let winners = allWin ? tied : [comparisons.best]
        let subject =
            winners.count == 1
            ? "\(labels[winners[0]]) beats" : winners.count == 2 ? "both beat" : "all \(winners.count) beat"
        let onAverage = winners.count > 1 ? "on average " : ""
        let proof = evidence(winners.compactMap { comparisons.comparison(of: $0, over: nearest) })
        if beaten.count > 3 {
            let losers = tied.count == 1 ? "all \(beaten.count) others" : "the other \(beaten.count)"
            return "\(subject) \(losers), the nearest, \(labels[nearest]), \(onAverage)by \(proof[0]) (\(proof[1]))"
        }
        if beaten.count == 1 { return "\(subject) \(labels[nearest]) \(onAverage)by \(proof[0]) (\(proof[1]))" }
        let losers = beaten.map { loser in
            labels[loser] + (loser == nearest ? " (nearest, \(onAverage)by \(proof.joined(separator: ", ")))" : "")
        }
        return "\(subject) \(Phrases.list(losers))"
    }

    /// "d has too few seeds to be compared with a".
    func silence(about undecided: [Int]) -> String {
        let verb = undecided.count == 1 ? "has" : "have"
        let whom =
            undecided.count <= 3 ? Phrases.list(undecided.map { labels[$0] }) : "\(undecided.count) configurations"
        return "\(whom) \(verb) too few seeds to be compared with \(labels[comparisons.best])"
    }

    /// "1.8 points" and "95 % interval 1.2…2.4", of one difference or the mean of several; the standard error of a mean
    /// is at most the mean of the standard errors, so that the interval is wide enough. With a `sign` of −1 it is by how
    /// much the other one is ahead.
    private func evidence(_ differences: [Comparison], sign: Double = 1) -> [String] {
        let center = sign * (SampleStatistics.mean(of: differences.map(\.difference)) ?? 0)
        let margin = SampleStatistics.mean(of: differences.map { $0.interval.upper - $0.difference }) ?? 0
        let interval = unit.boundedDifference(ConfidenceInterval(lower: center - margin, upper: center + margin))
        guard differences.allSatisfy(\.hasInterval), !unit.isEveryDifference(interval) else {
            return [unit.words(difference: center, margin: 0.1 * abs(center)), "too few seeds for an interval"]
        }
        return [
            unit.words(difference: center, margin: margin),
            "95 % interval \(unit.words(interval, margin: margin))",
        ]
    }

    private func names(_ members: [Int]) -> String {
        if members.count <= 5 { return Phrases.list(members.map { labels[$0] }) }
        return "\(labels[members[0]]) and \(members.count - 1) others"
    }
}
