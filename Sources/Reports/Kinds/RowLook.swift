import Analysis
import Charts

/// How a row of the chart `final` is drawn: by the verdict on it.
enum RowLook: CaseIterable {
    /// The best, which need not be said of what is on top, and what cannot be told apart from it.
    case tied
    /// What cannot either, although some with a better mean are worse than the best: too little is known of it.
    case unsettled
    case tooFewSeeds, notCompared, lostSeeds, worse, noValue

    /// - Parameter standings: of rows by their means, the best first.
    static func all(of standings: [Standing]) -> [RowLook] {
        let worse = standings.firstIndex(of: .worse) ?? standings.count
        return standings.enumerated().map { row, standing in
            switch standing {
            case .best, .tied: row < worse ? .tied : .unsettled
            case .tooFewSeeds: .tooFewSeeds
            case .notCompared: .notCompared
            case .lostSeeds: .lostSeeds
            case .worse: .worse
            case .noValue: .noValue
            }
        }
    }

    /// As a legend says it, and a table.
    ///
    /// - Parameter isAlone: whether a single row is drawn so.
    func words(isAlone: Bool) -> String {
        switch self {
        case .tied: isAlone ? "the best" : "tied with the best"
        case .unsettled: "too uncertain to tell"
        case .tooFewSeeds: Standing.tooFewSeeds.words
        case .notCompared: Standing.notCompared.words
        case .lostSeeds: Standing.lostSeeds.words
        case .worse: Standing.worse.words
        case .noValue: Standing.noValue.words
        }
    }

    /// Whether it can be of any panel.
    var isVerdict: Bool { self == .tied || self == .worse }

    /// What may be as good as the best is told from the others without colour too.
    var isFilled: Bool { self != .worse && self != .lostSeeds }

    var shape: DotShape {
        switch self {
        case .tied, .tooFewSeeds, .notCompared: .circle
        case .unsettled: .square
        case .lostSeeds: .diamond
        case .worse, .noValue: .ring
        }
    }

    func color(_ theme: Theme) -> Color { self == .tied ? theme.palette.color(0) : theme.mutedInk }

    /// nil where the rows themselves say it.
    func key(_ words: String, _ theme: Theme) -> Key? {
        self == .noValue ? nil : Key(words, .dot(shape, radius: 3, color(theme)))
    }
}
