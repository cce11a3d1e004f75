/// Who is best, who cannot be told apart from it, and who is beaten.
public struct Verdict: Hashable, Sendable {
    public let comparisons: BestComparisons
    /// By configuration, in the order that the comparisons have: best, tied, worse, or with too few seeds.
    public let standings: [Standing]

    public init(_ comparisons: BestComparisons) {
        self.comparisons = comparisons
        standings = comparisons.comparisons.enumerated().map { index, comparison in
            if index == comparisons.best { return .best }
            guard let comparison else { return .tooFewSeeds }
            return comparison.isToldApart ? .worse : .tied
        }
    }

    /// Whether a configuration is the best or cannot be told apart from it.
    public func isInTiedGroup(_ configuration: Int) -> Bool {
        [.best, .tied].contains(standings[configuration])
    }
}
