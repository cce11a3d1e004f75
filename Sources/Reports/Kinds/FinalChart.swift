import Analysis
import Charts
import SweepViews
import Sweeps

/// What each configuration came to: its mean with the 95 % interval and its seeds, the best on top, below all others
/// those that came to nothing.
///
/// The best, and what cannot be told apart from it, is filled and has a colour; it is the verdict of `sweep rank`.
enum FinalChart {
    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let rows = FinalRows(of: results, options: options)
        guard rows.entries.contains(where: { $0.result.mean != nil }) else { return nil }
        let theme = options.theme
        let groups = Dictionary(grouping: rows.entries.indices) { rows.looks[$0] }
        let verdicts = groups.keys.filter { $0 != .noValue }
        let isTold = verdicts.contains(.tied) && (verdicts.count > 1 || options.facet != nil)
        // Of panels each has its own best.
        func words(_ look: RowLook) -> String { look.words(isAlone: options.facet == nil && groups[look]?.count == 1) }
        let shown = RowLook.allCases.filter { groups[$0] != nil || (options.facet != nil && $0.isVerdict) }
        var sentences = [reading(rows)]
        sentences += judgement(rows, verdicts, options)
        sentences += rows.sentences
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return Figure(
            title: options.title ?? "\(results.sweep): \(results.objective.words) of each configuration",
            subtitle: sentences.joined(separator: " "), x: rows.axis, y: Axis("", categories: rows.names),
            marks: shown.flatMap { look in groups[look].map { marks(look, words(look), $0, rows, theme) } ?? [] },
            styleKeys: isTold ? shown.compactMap { $0.key(words($0), theme) } : [], theme: theme, size: options.size,
            command: options.command
        ).explaining(rows.table)
    }

    private static func reading(_ rows: FinalRows) -> String {
        let counts = rows.entries.map(\.result.values.count).filter { $0 > 0 }
        let hasIntervals = rows.intervals.contains { $0 != nil }
        return "Dot: \(SeedWords.mean(counts))" + (counts.contains { $0 > 1 } ? "; small: each seed" : "")
            + (hasIntervals ? "; bar: 95 % interval of the mean." : "; an interval takes 3 seeds.")
    }

    /// What the verdict says beyond the key, and how it goes with the order.
    private static func judgement(
        _ rows: FinalRows, _ verdicts: [RowLook], _ options: ChartOptions
    ) -> [String] {
        let count = rows.looks.filter { $0 != .noValue }.count
        if count == 1 { return [] }
        if options.facet != nil { return ["Ties are with the best of the panel."] }
        if let comparability = rows.evidence.comparability { return [comparability.sentence()] }
        if rows.evidence.verdict == nil { return ["With one seed each nothing can be told apart."] }
        if verdicts == [.tied] { return ["None of these can be told apart from the best."] }
        return verdicts.contains(.unsettled)
            ? ["Square: cannot be told apart from the best either, but only since its seeds vary so much."] : []
    }

    private static func marks(
        _ look: RowLook, _ series: String, _ members: [Int], _ rows: FinalRows, _ theme: Theme
    ) -> [any Mark] {
        let color = look.color(theme)
        let edge = rows.objective.worstEdge(along: .horizontal)
        if look == .noValue {
            return [
                BeyondMark(
                    series: series, edge: edge, sign: .cross, at: members.map(Double.init),
                    values: members.map { _ in .nan }, texts: members.map { rows.ends(of: $0) }, color: color)
            ]
        }
        let means = members.map { rows.entries[$0].result.mean ?? .nan }
        let within = zip(members, means).filter { rows.hasRoom($1) }
        let beyond = zip(members, means).filter { !rows.hasRoom($1) }
        let seeds = within.flatMap { row, _ in rows.entries[row].result.values.map { (Double(row), $0.point.value) } }
        var marks: [any Mark] = []
        if within.contains(where: { rows.entries[$0.0].result.values.count > 1 }) {
            marks.append(
                DotMark(
                    series: "\(series), each seed", x: seeds.map(\.1), y: seeds.map(\.0),
                    color: color.withOpacity(0.45), radius: 1.4))
        }
        marks += [
            IntervalMark(
                series: series, direction: .horizontal, at: within.map { Double($0.0) },
                low: within.map { rows.intervals[$0.0]?.lower ?? .nan },
                high: within.map { rows.intervals[$0.0]?.upper ?? .nan }, stroke: Stroke(color, width: 1)),
            DotMark(
                series: series, x: within.map(\.1), y: within.map { Double($0.0) }, color: color,
                shape: look.shape),
        ]
        if !beyond.isEmpty {
            marks.append(
                BeyondMark(
                    series: "\(series), outside", edge: edge, sign: look.isFilled ? .pointer : .hollowPointer,
                    at: beyond.map { Double($0.0) }, values: beyond.map(\.1),
                    texts: beyond.map { rows.text(of: $0.1) }, color: color))
        }
        return marks
    }
}
