/// Who is best, who cannot be told apart from it, and who is beaten.
public struct Verdict: Hashable, Sendable {
    public enum Standing: Hashable, Sendable {
        case best
        /// It cannot be told apart from the best.
        case tied(Comparison)
        case beaten(Comparison)
        /// It has, or shares with the best, too few seeds to be compared.
        case undecided(seeds: Int)
    }

    public let comparisons: BestComparisons
    /// By configuration, in the order that the comparisons have.
    public let standings: [Standing]

    public init(_ comparisons: BestComparisons) {
        self.comparisons = comparisons
        standings = comparisons.comparisons.enumerated().map { index, comparison in
            if index == comparisons.best { return .best }
            guard let comparison else { return .undecided(seeds: comparisons.seedCount(of: index)) }
            return comparison.isToldApart ? .beaten(comparison) : .tied(comparison)
        }
    }

    /// Whether a configuration is the best or cannot be told apart from it.
    public func isInTiedGroup(_ configuration: Int) -> Bool {
        switch standings[configuration] {
        case .best, .tied: true
        case .beaten, .undecided: false
        }
    }
}
