import Analysis
import Settings
public import SweepViews
import Sweeps

/// The best configuration of each part of a sweep where not all can be compared: there is no single best.
public struct BestOfEachReport {
    private let ranked: RankedConfigurations
    private let comparability: Comparability

    /// Nil where all can be compared.
    public init?(_ ranked: RankedConfigurations) {
        guard let comparability = ranked.evidence.comparability else { return nil }
        self.ranked = ranked
        self.comparability = comparability
    }

    private var view: SweepView { ranked.view }

    /// Why there is no single best, and what compares all.
    private var reason: String {
        let measures = view.measures
        let advice =
            measures.first.map { " 'sweep best \(view.sweep) --by \($0)' names one." } ?? ""
        return SafeText.escaping(
            "There is no single best: \(comparability.reason(judgingBy: measures)).\(advice)")
    }

    /// Where one configuration is asked for.
    public var refusal: String { reason }

    public func text(for terminal: Terminal) -> String {
        let parts = ranked.sections.filter { $0.label != nil }
        let sentences = parts.compactMap { part -> String? in
            guard let label = part.label, part.rows.count > 1 else { return nil }
            let evidence = ranked.evidence.parts.first { $0.label == label }
            return evidence.map { evidence in
                "Of \(label): "
                    + evidence.evidence.sentence(
                        labels: evidence.entries.map { ranked.namesWithinParts[$0] }, unit: ranked.unit)
            }
        }
        let leaders = parts.map { part in
            RankedConfigurations.Section(
                label: part.label, verdict: part.verdict,
                rows: part.rows.filter { ranked.leaders.contains($0.entry) })
        }
        let words = ([reason] + sentences.map(SafeText.escaping)).map(terminal.wrapping)
        return "The best of \(SafeText.escaping(view.sweep)) by \(Words.objective(ranked.objective)), of each "
            + "\(SafeText.escaping(comparability.kind)):\n\n" + words.joined(separator: "\n") + "\n\n"
            + RankTable(configurations: ranked, sections: leaders).text(for: terminal)
    }

    public var json: String {
        SettingValue.mapping([
            "sweep": .string(view.sweep), "objective": SettingValue(ranked.objective),
            "verdict": .string(ranked.sentence), "configuration": .null, "hyperparameters": .null,
            "comparable_within": .list(comparability.words.map { .string($0) }),
            "judge_by": .list(view.measures.map { .string($0) }),
            "best_of_each": .list(
                ranked.rows.filter { ranked.leaders.contains($0.entry) }.map { $0.json(unit: ranked.unit) }),
        ]).canonicalJSON
    }
}
