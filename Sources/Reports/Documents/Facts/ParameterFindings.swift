public import Analysis
import Settings
import SweepViews
import Sweeps

/// What each parameter has to do with the objective.
public struct ParameterFindings: Sendable {
    /// One value of a parameter, or several that lie next to each other.
    public struct Level: Hashable, Sendable {
        public let words: String
        /// How many configurations have it and a value of the objective.
        public let count: Int
        /// The mean over these configurations.
        public let mean: Double
        /// The best of them.
        public let best: Double
        /// What is predicted with it, averaged over everything else; nil where that cannot be said.
        public let effect: Double?
        /// Whether the winner has it.
        public let isWinners: Bool
    }

    public struct Parameter: Hashable, Sendable {
        public let name: String
        /// How much of the variance between configurations it explains by itself; nil where that cannot be
        /// said.
        public let share: FunctionalANOVA.Share?
        public let levels: [Level]
    }

    /// How far shares of importance can be relied on.
    public enum Reliability: Hashable, Sendable {
        /// Not at all: there are none.
        case none
        /// The forest that they are of explains less than half of what it has not seen.
        case low
        case high

        init(explained: Double?) {
            guard let explained, explained >= 0.1 else {
                self = .none
                return
            }
            self = explained < 0.5 ? .low : .high
        }
    }

    /// Above which share a pair is worth a word.
    public static let leastInteraction = 0.05
    public static let mostInteractions = 3

    /// The most important first, where that is known; else in the order of the sweep's file.
    public let parameters: [Parameter]
    /// The largest pairs beyond what their two parameters explain by themselves.
    public let interactions: [FunctionalANOVA.Interaction]
    /// The share of the variance that the forest explains in configurations that it has not seen; nil without a forest.
    public let explained: Double?
    public let reliability: Reliability
    /// Whether each configuration departs from a base line in one thing, so that no parameter has an effect of its own.
    public let isOfAlternatives: Bool
    /// The parameter whose values are names and of which most were tried in one configuration only, so that a table of
    /// them would be the ranking again; nil where there is none.
    public let soleName: String?

    /// Nil where nothing varies, and where not all can be compared.
    init?(_ ranked: RankedConfigurations) {
        guard ranked.evidence.comparability == nil else { return nil }
        isOfAlternatives = ranked.view.alternatives != nil
        let importance = isOfAlternatives ? nil : FunctionalANOVA(ranked.ranking)
        explained = importance?.explained
        reliability = Reliability(explained: explained)
        let told = reliability == .none ? nil : importance
        let studied = Dictionary(told?.parameters.map { ($0.parameter, $0) } ?? []) { first, _ in first }
        let parameters = ranked.varying.map { name in
            Parameter(name: name, share: studied[name]?.share, levels: Self.levels(of: name, ranked, studied[name]))
        }.filter { $0.levels.count > 1 }
        guard !parameters.isEmpty else { return nil }
        soleName =
            parameters.first { parameter in
                ranked.valued.contains { ranked.parameters[$0][parameter.name]?.text != nil }
                    && 2 * parameter.levels.count { $0.count == 1 } > parameter.levels.count
            }?.name
        let importances = parameters.map { $0.share?.mean ?? -1 }
        self.parameters = parameters.indices.sorted { (-importances[$0], $0) < (-importances[$1], $1) }
            .map { parameters[$0] }
        let pairs = (told?.interactions ?? []).filter { $0.share.mean >= Self.leastInteraction }
        interactions = Array(pairs.prefix(Self.mostInteractions))
    }

    private static func levels(
        of name: String, _ ranked: RankedConfigurations, _ studied: FunctionalANOVA.Main?
    ) -> [Level] {
        let valued = ranked.valued
        return ParameterLevels(valued.map { ranked.parameters[$0][name] }).levels.compactMap { level in
            let members = level.members.map { valued[$0] }
            let means = members.compactMap { ranked.ranking.entries[$0].result.mean }
            guard let mean = SampleStatistics.mean(of: means), let best = ranked.best(of: means) else { return nil }
            return Level(
                words: level.words, count: means.count, mean: mean, best: best,
                effect: studied.flatMap { studied in
                    // The forest was given the configurations that have a value, in this order.
                    SampleStatistics.mean(of: level.members.compactMap { studied.effect(ofConfiguration: $0) })
                },
                isWinners: ranked.winner.map(members.contains) ?? false)
        }
    }
}
