/// How a configuration of a ranking stands to the best; the raw value is what machines call it.
public enum Standing: String, CaseIterable, Hashable, Sendable {
    case best
    /// It cannot be told apart from the best.
    case tied
    /// The best is better by more than chance explains.
    case worse
    /// It, or every one, has too few seeds to be compared.
    case tooFewSeeds = "too_few_seeds"
    /// Seeds of it came to no value, so that it is not compared.
    case lostSeeds = "lost_seeds"
    case noValue = "no_value"
    /// There is nothing with which it could be compared fairly.
    case notCompared = "not_compared"

    /// That of the configuration at `entry` of a ranking; `verdict` is the ranking's, nil where nothing can be compared.
    init(of result: ConfigurationResult, at entry: Int, verdict: Verdict?) {
        if result.values.isEmpty {
            self = .noValue
        } else if result.lostCount > 0 {
            self = .lostSeeds
        } else {
            self = verdict?.standings[entry] ?? .tooFewSeeds
        }
    }

    /// As a cell of a table.
    public var words: String {
        switch self {
        case .best: "best"
        case .tied: "≈ best"
        case .worse: "worse"
        case .tooFewSeeds: "too few seeds"
        case .lostSeeds: "lost seeds"
        case .noValue: "no value"
        case .notCompared: "not compared"
        }
    }

    /// What there is to say where, the best mean first, one that is worse stands before one that is tied; else nil.
    public static func remark(on standings: [Standing]) -> String? {
        guard let worse = standings.firstIndex(of: .worse), let tied = standings.lastIndex(of: .tied), worse < tied
        else {
            return nil
        }
        return
            "One that is tied may stand below one that is worse: its seeds vary more, so that less can be said of it."
    }
}
