import Analysis
import Charts
import Sweeps

/// What each configuration came to: its mean with the 95 % interval and its seeds, the best on top.
///
/// The best, and what cannot be told apart from it, has a colour of its own; it is the verdict of `sweep rank`.
enum FinalChart {
    static func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        let valued = results.ranking.entries.filter { $0.result.mean != nil }
        let entries = valued.prefix(options.top ?? options.rowCount)
        if entries.isEmpty { return nil }
        let evidence = RankingEvidence(results.ranking)
        let styles = SeriesStyles(of: results, options: options)
        let theme = options.theme
        let groups = Dictionary(grouping: entries.indices) { Standing(of: $0, in: evidence) }
        let marks = Standing.allCases.flatMap { standing -> [any Mark] in
            guard let rows = groups[standing] else { return [] }
            let color = standing == .ahead ? theme.palette.color(0) : theme.mutedInk
            let label = groups.count > 1 ? standing.rawValue : nil
            return Self.marks(rows, entries, evidence, series: standing.rawValue, label: label, color: color)
        }
        let names = entries.map { styles.shortName(of: [$0.result.configuration]) ?? "all" }
        let counts = entries.map(\.result.values.count)
        let hasIntervals = evidence.summaries.prefix(entries.count).contains { $0?.interval != nil }
        var sentences = ["Dot: \(SeedWords.mean(counts))"]
        if counts.contains(where: { $0 > 1 }) { sentences[0] += "; small: each seed" }
        sentences[0] += hasIntervals ? "; bar: 95 % interval of the mean." : "; an interval takes 3 seeds."
        if evidence.verdict == nil {
            sentences.append("With one seed each nothing can be told apart.")
        } else if groups.count == 1, entries.count > 1 {
            sentences.append("None of these can be told apart from the best.")
        }
        if valued.count > entries.count { sentences.append("Shown: the best \(entries.count) of \(valued.count).") }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return Figure(
            title: options.title ?? "\(results.sweep): \(results.objective.words) of each configuration",
            subtitle: sentences.joined(separator: " "), x: Axis(results.objective.title),
            y: Axis("", categories: names), marks: marks, theme: theme, size: options.size, command: options.command)
    }

    /// What the verdict says of a configuration.
    private enum Standing: String, CaseIterable {
        /// The best too, which need not be said of what is on top.
        case ahead = "tied with the best"
        case undecided = "too few seeds"
        case beaten = "worse"

        init(of entry: Int, in evidence: RankingEvidence) {
            switch evidence.verdict?.standings[entry] {
            case .best, .tied: self = .ahead
            case .beaten: self = .beaten
            case .undecided, nil: self = .undecided
            }
        }
    }

    private static func marks(
        _ rows: [Int], _ entries: ArraySlice<Ranking.Entry>, _ evidence: RankingEvidence, series: String,
        label: String?, color: Color
    ) -> [any Mark] {
        let intervals = rows.map { evidence.summaries[$0]?.interval }
        let places = rows.map(Double.init)
        let seeds = rows.flatMap { row in entries[row].result.values.map { (Double(row), $0.point.value) } }
        let isSpread = rows.contains { entries[$0].result.values.count > 1 }
        let single: [any Mark] = [
            DotMark(
                series: "\(series), each seed", x: seeds.map(\.1), y: seeds.map(\.0),
                color: color.withOpacity(0.45), radius: 1.4)
        ]
        return (isSpread ? single : []) + [
            IntervalMark(
                series: series, direction: .horizontal, at: places, low: intervals.map { $0?.lower ?? .nan },
                high: intervals.map { $0?.upper ?? .nan }, stroke: Stroke(color, width: 1)),
            DotMark(
                series: series, label: label, x: rows.map { entries[$0].result.mean ?? .nan }, y: places,
                color: color),
        ]
    }
}
