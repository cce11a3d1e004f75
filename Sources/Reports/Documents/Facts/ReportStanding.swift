import Analysis

/// How a configuration stands to the best.
public enum ReportStanding: String, Hashable, Sendable {
    case best
    /// It cannot be told apart from the best.
    case tied
    /// The best is better by more than chance explains.
    case worse
    case tooFewSeeds = "too_few_seeds"
    /// Seeds of it diverged, failed or ran out of time, so that it is not compared.
    case lostSeeds = "lost_seeds"

    /// Nil without a value, and where nothing can be compared.
    init?(of entry: Int, _ basis: ReportBasis) {
        let result = basis.ranking.entries[entry].result
        guard let verdict = basis.evidence.verdict, !result.values.isEmpty else { return nil }
        switch verdict.standings[entry] {
        case .best: self = .best
        case .tied: self = .tied
        case .beaten: self = .worse
        case .undecided: self = result.lostCount > 0 ? .lostSeeds : .tooFewSeeds
        }
    }

    /// As a cell of a table.
    var words: String {
        switch self {
        case .best: "best"
        case .tied: "≈ best"
        case .worse: "worse"
        case .tooFewSeeds: "too few seeds"
        case .lostSeeds: "lost seeds"
        }
    }
}
