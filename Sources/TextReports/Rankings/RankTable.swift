import Analysis
import Settings
import SweepViews
import Sweeps

/// The table of a ranking, and the lines that say how to read it.
struct RankTable {
    let configurations: RankedConfigurations
    /// Those to show.
    let sections: [RankedConfigurations.Section]

    private var rows: [RankedConfigurations.Row] { sections.flatMap(\.rows) }
    private var comparability: Comparability? { configurations.evidence.comparability }
    private var ranking: Ranking { configurations.ranking }
    /// The hyperparameter whose values' best are shown.
    private var groupedBy: String? { configurations.groupedBy }
    /// Whether to say which sweep each is from.
    private var showsSweeps: Bool { configurations.view.sources.count > 1 }

    /// - Parameter isWide: whether to show all columns, however narrow the terminal. Otherwise what varies is told in one
    ///   where it would not fit, or where the sweep's file names configurations.
    func text(for terminal: Terminal, isWide: Bool = false) -> String {
        let whole = table(parameters: !isWide && hasGivenLabels ? [labelColumn] : parameterColumns, isWide: isWide)
        let room = room(in: terminal, for: whole, isWide: isWide)
        let shown = isWide ? whole : whole.orFolded(for: room) { table(parameters: [labelColumn]) }
        let legend = legend(for: Set(shown.fitting(room).columns.map(\.title)))
        return shown.text(for: room, remedy: "a wider terminal, 'sweep rank --wide' or '--json'")
            + (legend.isEmpty ? "" : "\n" + legend.map { terminal.wrapping($0) + "\n" }.joined())
    }

    /// All that it takes for `--wide`. A file or a pipe, too, has it, but for lines that settings make so long that nobody
    /// reads them: those are laid out as for a usual terminal.
    private func room(in terminal: Terminal, for whole: TextTable, isWide: Bool) -> Terminal {
        let isUsual = terminal.width == nil && !whole.fits(terminal) && configurations.view.hasLongLabels()
        if !isWide, !isUsual { return terminal }
        return Terminal(
            width: isWide ? nil : Terminal.usualWidth, hasStyle: terminal.hasStyle, isASCII: terminal.isASCII)
    }

    private func table(parameters: [TextTable.Column], isWide: Bool = false) -> TextTable {
        let means = rows.map { $0.summary?.mean }
        let bounds = intervals
        func numbers(_ values: [Double?]) -> [String] { self.numbers(values, like: means) }
        let (low, high) = (numbers(bounds.map { $0?.lower }), numbers(bounds.map { $0?.upper }))
        var columns = [
            TextTable.Column("within", rows.map { $0.part ?? "" }),
            TextTable.Column("rank", ranks),
            TextTable.Column(
                "#", .right, isWide || configurations.view.hasLongLabels() ? rows.map { String($0.number) } : []),
            TextTable.Column("sweep", showsSweeps ? rows.map(\.sweep) : rows.map { _ in "" }),
        ]
        if let groupedBy {
            columns.append(
                hasNoValue(of: groupedBy)
                    ? TextTable.Column(groupedBy, rows.map(\.label)) : parameterColumn(groupedBy, words))
            columns.append(TextTable.Column("best of", .right, rows.map { $0.groupSize.map(String.init) ?? "" }))
        }
        columns += [
            TextTable.Column(ranking.objective.metric, .right, numbers(means)),
            TextTable.Column("sd", .right, numbers(rows.map { $0.summary?.deviation })),
            TextTable.Column("95 % interval", .right, zip(low, high).map { $0.isEmpty ? "" : "\($0)…\($1)" }),
            TextTable.Column("seeds", .right, rows.map { String($0.result.values.count) }),
            TextTable.Column("needed", .right, rows.map(needed)).ifItFits,
            TextTable.Column("P(1st)", .right, rows.map { $0.outperformance.map(Self.probability) ?? "" }).ifItFits,
            TextTable.Column("median", .right, numbers(rows.map(median))).ifItFits,
            TextTable.Column("epoch", .right, rows.map { $0.result.epoch.map(Phrases.epoch) ?? "" }).ifItFits,
            TextTable.Column("time", .right, rows.map { $0.result.seconds.map(Phrases.duration) ?? "" }).ifItFits,
        ]
        columns += parameters
        columns.append(TextTable.Column("other trials", rows.map(Self.others)))
        columns.append(TextTable.Column("best trial", rows.map { bestTrial(of: $0.result) }).ifItFits)
        return TextTable(columns: columns.filter { !$0.isEmpty })
    }

    /// With the digits that suit the means of those that can be compared with each other: one part may be in thousands.
    private func numbers(_ values: [Double?], like means: [Double?]) -> [String] {
        var start = 0
        return sections.flatMap { section in
            let place = start..<start + section.rows.count
            start = place.upperBound
            return NumberText.column(Array(values[place]), like: Array(means[place]))
        }
    }

    /// Each with its mark to the left, as wide as their title.
    private var ranks: [String] {
        let ranks = rows.map { $0.rank.map(String.init) ?? "–" }
        let width = max(4, 2 + (ranks.map(\.count).max() ?? 0))
        return zip(ranks, marks).map { rank, mark in
            mark + String(repeating: " ", count: width - mark.count - rank.count) + rank
        }
    }

    /// By row.
    private var marks: [String] {
        sections.flatMap { shown in
            // Whether others are as good is asked of all, shown or not.
            let all = configurations.sections.first { $0.label == shown.label } ?? shown
            return shown.rows.map { mark(of: $0, in: all) }
        }
    }

    private func mark(of row: RankedConfigurations.Row, in section: RankedConfigurations.Section) -> String {
        switch row.standing {
        case .best: section.hasTie || !section.isLedByBest ? "=" : ""
        case .tied: "="
        case .tooFewSeeds: section.verdict == nil ? "" : "?"
        case .lostSeeds: "!"
        case .worse, .noValue, .notCompared: ""
        }
    }

    /// How to read the marks and the columns that are shown, as far as they occur.
    private func legend(for titles: Set<String>) -> [String] {
        var lines: [String] = []
        let marks = Set(marks)
        if let comparability {
            lines.append("within: rank and marks are among configurations of the same \(comparability.kind)")
        }
        if marks.contains("=") { lines.append("=  cannot be told apart from the best") }
        if marks.contains("?") { lines.append("?  too few seeds to be compared") }
        if marks.contains("!") {
            lines.append("!  lost seeds; each counts as worse than any value, and the mean is that of the others")
        }
        if titles.contains("#") { lines.append("#: the number of the configuration, as charts and '--json' have it") }
        if titles.contains("needed") {
            lines.append(
                "needed: very roughly so many seeds each would tell it apart from the best (power 80 %), if the difference "
                    + "is what it seems")
        }
        if titles.contains("P(1st)") {
            lines.append(
                "P(1st): with how many of the seeds, or which share of pairs of seeds, the best does better; equal counts half"
            )
        }
        if titles.contains("95 % interval"), rows.count > 1 {
            lines.append(
                "95 % interval: of the mean of a configuration named beforehand; that of the best is optimistic")
        }
        if let remark = sections.compactMap({ Standing.remark(on: $0.rows.map(\.standing)) }).first {
            lines.append(remark)
        }
        if sections.contains(where: { $0.verdict != nil }), rows.allSatisfy({ $0.summary?.interval == nil }) {
            lines.append("No intervals of means are given with two seeds; they take at least three.")
        }
        if let guess = configurations.constantGuesses.beatenSentence { lines.append(SafeText.escaping(guess)) }
        return lines
    }

    /// Those of the means, no wider than can be.
    private var intervals: [ConfidenceInterval?] { rows.map { $0.summary?.interval(in: configurations.unit) } }

    /// Of fewer than three values it says nothing that the mean does not.
    private func median(of row: RankedConfigurations.Row) -> Double? {
        row.result.values.count > 2 ? row.summary?.median : nil
    }

    private func needed(_ row: RankedConfigurations.Row) -> String {
        guard row.standing == .tied, let comparison = row.comparison, comparison.difference > 0 else { return "" }
        return comparison.seedsToTell.map(String.init) ?? ">\(SeedPower.mostSeeds)"
    }

    /// As a share of seeds, `2.5/3` with a tie, since no more is known; 0.83 of all pairs where seeds are not shared.
    private static func probability(_ probability: OutperformanceProbability) -> String {
        guard probability.isPaired else { return NumberText.fixed(probability.value, decimals: 2) }
        let wins = (2 * probability.value * Double(probability.comparisons)).rounded() / 2
        return "\(NumberText.short(wins))/\(probability.comparisons)"
    }

    /// A column for each hyperparameter that varies.
    private var parameterColumns: [TextTable.Column] {
        let words = words
        let told = (comparability?.settings ?? []) + [groupedBy].compactMap(\.self)
        let isTold = { (name: String) in
            told.contains(name) || groupedBy.map { name.hasPrefix($0 + ".") && hasNoValue(of: $0) } ?? false
        }
        return configurations.varying.filter { !isTold($0) }.map { parameterColumn($0, words) }
    }

    /// Whether a hyperparameter has options alone, so that rows are called by all of them.
    private func hasNoValue(of parameter: String) -> Bool { rows.allSatisfy { $0.parameters[parameter] == nil } }

    /// All that varies in one column.
    private var labelColumn: TextTable.Column {
        let labels = configurations.view.labels(besideColumnsOf: ranking.entries.map(\.result), besides: groupedBy)
        return TextTable.Column("configuration", rows.map { labels[$0.entry] })
    }

    private var hasGivenLabels: Bool { !configurations.view.given.isEmpty }

    private var words: ParameterWords {
        ParameterWords(ranking.entries.map(\.result.configuration.parametersByName))
    }

    private func parameterColumn(_ name: String, _ words: ParameterWords) -> TextTable.Column {
        let values = rows.map { $0.parameters[name] }
        let areNumbers = values.allSatisfy { $0?.number != nil || $0 == nil }
        return TextTable.Column(
            name, areNumbers ? .right : .left, values.map { $0.map { words.text($0, of: name) } ?? "" })
    }

    /// The trials that have not finished, by state, and those that did without a value.
    private static func others(_ row: RankedConfigurations.Row) -> String {
        let states = Phrases.states(row.result.trials.filter { $0.key != .finished })
        let empty = (row.result.trials[.finished] ?? 0) - row.result.values.count
        return [states, empty > 0 ? "\(empty) without value" : ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func bestTrial(of result: ConfigurationResult) -> String {
        let best = result.values.reduce(nil as ConfigurationResult.SeedValue?) { best, value in
            guard let best else { return value }
            return ranking.objective.prefers(value.point.value, to: best.point.value) ? value : best
        }
        return best?.trial.shortName ?? ""
    }
}
