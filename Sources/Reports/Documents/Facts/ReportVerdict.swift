public import Analysis
import SweepViews
import Sweeps

/// The answer to "which is best?", and what one needs to know to rely on it.
public struct ReportVerdict: Hashable, Sendable {
    /// The best configuration of one group, such as one optimizer.
    public struct GroupBest: Hashable, Sendable {
        public let value: String
        /// What the best configuration is called.
        public let label: String
        public let summary: SampleSummary
        /// To the best of those that are compared; nil where they are not.
        public let standing: Standing?
    }

    /// On the groups where there are some, else on the configurations.
    public let sentence: String
    /// Further sentences: on single configurations, on the winner, on other groups, on what has no value.
    public let details: [String]
    /// The parameter that divides the configurations, and the best of each of its values; nil where none does.
    public let groups: Groups?
    /// What the winner is called; nil where there is none.
    public let winner: String?

    /// On how many more parameters there is a sentence.
    static let mostDivisions = 3

    public struct Groups: Hashable, Sendable {
        public let parameter: String
        /// The best first.
        public let members: [GroupBest]
    }

    /// - Parameter divisions: the groups of each parameter that has some, the one to speak of first before the others.
    init(_ ranked: RankedConfigurations, groups divisions: [ParameterGroups], extent: SweepExtent) {
        let (evidence, groups) = (ranked.evidence, divisions.first)
        winner = ranked.winner.map { ranked.longNames[$0] }
        let guesses = [ranked.constantGuesses.unbeatenSentence, ranked.constantGuesses.beatenSentence].compactMap(
            \.self)
        guard let winner = ranked.winner else {
            sentence =
                evidence.comparability == nil
                ? Self.silence(extent, metric: ranked.view.objective.metric) : ranked.sentence
            details = Self.leaders(ranked) + guesses
            self.groups = nil
            return
        }
        let onConfigurations = evidence.sentence(labels: ranked.names, unit: ranked.unit)
        let onWinner = Self.sentence(onWinner: winner, ranked)
        var details: [String] = []
        if ranked.ranking.entries.count == 1 {
            sentence = "There is only one configuration, so there is nothing to compare: it \(onWinner)."
        } else if let groups {
            sentence = groups.sentence(ranked)
            if evidence.verdict != nil { details.append("Of single configurations: " + onConfigurations) }
        } else {
            sentence = onConfigurations
        }
        if ranked.ranking.entries.count > 1 {
            details.append("The best configuration, \(ranked.names[winner]), \(onWinner).")
        }
        details += guesses
        if evidence.verdict != nil {
            details += divisions.dropFirst().prefix(Self.mostDivisions).map {
                $0.sentence(ranked, isWhole: true)
            }
        }
        if let groups, !groups.valueless.isEmpty {
            let verb = groups.valueless.count == 1 ? "has" : "have"
            details.append("\(groups.valueless.joined(separator: ", ")) \(verb) no value: no trial finished with one.")
        }
        self.details = details
        self.groups = groups.map { groups in
            Groups(
                parameter: groups.parameter,
                members: groups.members.compactMap { member in
                    evidence.summaries[member.entry].map { summary in
                        GroupBest(
                            value: member.label, label: ranked.labels[member.entry], summary: summary,
                            standing: member.standing)
                    }
                })
        }
    }

    /// What the best of each part comes to, where not all can be compared; of very many parts the ranking says it.
    private static func leaders(_ ranked: RankedConfigurations) -> [String] {
        let parts = ranked.sections.filter { $0.label != nil && $0.rows.count > 1 }
        if parts.count > mostParts { return [] }
        return parts.compactMap { part in
            guard let label = part.label, let row = part.rows.first(where: { ranked.leaders.contains($0.entry) })
            else { return nil }
            return
                "The best of \(label), \(ranked.namesWithinParts[row.entry]), \(sentence(onWinner: row.entry, ranked))."
        }
    }

    private static let mostParts = 8

    /// "reaches a mean dev_accuracy of 97.1 % (95 % interval 96.8…97.4) over 5 seeds"
    private static func sentence(onWinner winner: Int, _ ranked: RankedConfigurations) -> String {
        guard let summary = ranked.evidence.summaries[winner] else { return "" }
        let unit = ranked.unit
        let margin = summary.margin
        let value = unit.words(value: summary.mean, margin: margin)
        let metric = ranked.view.objective.metric
        let shown = summary.interval(in: unit).map { " (95 % interval \(unit.words($0, margin: margin)))" }
        let seeds = summary.count == 1 ? "with one seed" : "over \(summary.count) seeds"
        let mean = summary.count == 1 ? "a" : "a mean"
        var sentence = "reaches \(mean) \(metric) of \(value)"
        sentence += (shown ?? "") + " \(seeds)"
        if let test = ranked.test(of: winner) {
            sentence += "; on the test set \(unit.words(value: test, margin: margin))"
        }
        return sentence
    }

    /// Why there is no verdict.
    private static func silence(_ extent: SweepExtent, metric: String) -> String {
        let count = extent.trialCount
        guard count > 0 else { return "There are no trials yet." }
        let trials = count == 1 ? "The only trial" : "All \(count) trials"
        if extent.trials[.diverged] == count {
            return "\(trials) diverged, so nothing can be ranked; a smaller learning rate is the usual remedy."
        }
        if extent.trials[.failed] == count {
            return "\(trials) failed, so nothing can be ranked; 'sweep show TRIAL' says why."
        }
        if extent.trials[.finished] ?? 0 > 0 {
            let absence = metric.isEmpty ? "No metric judges the trials" : "No finished trial has a value of \(metric)"
            return "\(absence), so nothing can be ranked (\(extent.states))."
        }
        let none = count == 1 ? "The only trial has not finished" : "None of \(count) trials has finished"
        let mayCome = extent.trials.contains { !$0.key.isEnd }
        return "\(none), so nothing can be ranked\(mayCome ? " yet" : "") (\(extent.states))."
    }
}
