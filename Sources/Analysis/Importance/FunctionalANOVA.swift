/// How much each hyperparameter, and each pair of them, has to do with the objective.
///
/// Functional analysis of variance over a random forest: F. Hutter, H. Hoos, K. Leyton-Brown, "An Efficient Approach
/// for Assessing Hyperparameter Importance", ICML 2014. The forest predicts the objective everywhere in the space; its
/// variance there divides into a part for each parameter alone, for each pair beyond that, and a rest for larger groups.
/// Where the forest explains little (`explained`), the shares are those of a guess.
public struct FunctionalANOVA: Sendable {
    /// The share of the variance, in 0...1, as the mean over the trees and the standard deviation between them.
    public struct Share: Hashable, Sendable {
        public let mean: Double
        public let deviation: Double
    }

    public struct Main: Hashable, Sendable {
        public let parameter: String
        public let share: Share
        /// The predicted objective at each level, averaged over everything else.
        public let effect: [EffectPoint]
        /// By configuration, in the order given: the place of its level in `effect`; nil where it has none.
        public let codes: [Int?]

        /// The predicted objective at the level of a configuration, averaged over everything else.
        public func effect(ofConfiguration index: Int) -> Double? { codes[index].map { effect[$0].mean } }
    }

    public struct Interaction: Hashable, Sendable {
        public let first: String
        public let second: String
        public let share: Share
    }

    /// How the objective is predicted to be at one level of a parameter.
    public struct EffectPoint: Hashable, Sendable {
        public let level: ParameterColumn.Level
        public let mean: Double
        /// The standard deviation between the trees.
        public let deviation: Double
    }

    /// The most important first.
    public let parameters: [Main]
    public let interactions: [Interaction]
    /// The share of the variance that the forest explains in configurations that its trees have not seen; 1 is all,
    /// 0 or less is nothing.
    public let explained: Double

    /// Nil with fewer than two configurations that have an objective, where the objective is the same for all, or
    /// where no parameter has two levels.
    ///
    /// `objective` has a value for each configuration, the mean over its seeds; those without a finite one are left out.
    public init?(_ columns: [ParameterColumn], objective: [Double], seed: UInt64 = 1) {
        for column in columns {
            precondition(
                column.codes.count == objective.count,
                "'\(column.name)' has \(column.codes.count) values for \(objective.count) configurations")
        }
        let kept = objective.indices.filter { objective[$0].isFinite }
        // In units of its deviation, so that neither very large nor very small objectives lose their variance.
        let scale = ObjectiveScale(kept.map { objective[$0] })
        let varying = columns.filter { $0.levels.count > 1 }
        let studied = varying.map { $0.keeping(kept) }
        guard let scale, !studied.isEmpty else { return nil }
        let forest = RegressionForest(studied, objective: kept.map { scale.scaled(objective[$0]) }, seed: seed)
        let levelCounts = studied.map(\.levels.count)
        let marginals = forest.trees.map { TreeMarginals($0, levelCounts: levelCounts) }
        let telling = marginals.filter { $0.variance > 0 }
        guard let explained = forest.explained, !telling.isEmpty else { return nil }
        self.explained = explained
        func share(_ variance: (TreeMarginals) -> Double) -> Share {
            let (mean, deviation) = Self.meanAndDeviation(telling.map { variance($0) / $0.variance })
            return Share(mean: mean, deviation: deviation)
        }
        parameters = studied.indices
            .map { index in
                let effect = studied[index].levels.indices.map { level in
                    let (mean, deviation) = Self.meanAndDeviation(marginals.map { $0.main[index][level] })
                    return EffectPoint(
                        level: studied[index].levels[level], mean: scale.unscaled(mean),
                        deviation: deviation * scale.deviation)
                }
                return Main(
                    parameter: studied[index].name, share: share { $0.mainVariance(index) }, effect: effect,
                    codes: varying[index].codes)
            }
            .sorted { $0.share.mean == $1.share.mean ? $0.parameter < $1.parameter : $0.share.mean > $1.share.mean }
        interactions = studied.indices
            .flatMap { first in
                (first + 1..<max(first + 1, studied.count)).map { second in
                    Interaction(
                        first: studied[first].name, second: studied[second].name,
                        share: share { $0.interactionVariance(first, second) })
                }
            }
            .sorted {
                $0.share.mean == $1.share.mean
                    ? ($0.first, $0.second) < ($1.first, $1.second) : $0.share.mean > $1.share.mean
            }
    }

    private static func meanAndDeviation(_ values: [Double]) -> (Double, Double) {
        (SampleStatistics.mean(of: values) ?? 0, SampleStatistics.standardDeviation(of: values) ?? 0)
    }
}
