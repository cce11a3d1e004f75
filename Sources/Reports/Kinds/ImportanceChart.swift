import Analysis
import Charts
import SweepViews

/// How much each hyperparameter, and each pair beyond that, has to do with the objective.
enum ImportanceChart {
    /// - Returns: nil too where the forest predicts too little to rely on: its shares would be those of a guess.
    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        guard let analysis = FunctionalANOVA(results.ranking), isTelling(analysis) else { return nil }
        let single = analysis.parameters.map { (name: $0.parameter, share: $0.share, isPair: false) }
        // A pair that explains nothing is no news.
        let pairs = analysis.interactions.filter { $0.share.mean >= 0.005 }
            .map { (name: "\($0.first) × \($0.second)", share: $0.share, isPair: true) }
        let rows = (single + pairs).enumerated()
            .sorted { ($1.element.share.mean, $0.offset) < ($0.element.share.mean, $1.offset) }
            .prefix(options.top ?? options.rowCount).map(\.element)
        let theme = options.theme
        let hasPairs = rows.contains(where: \.isPair)
        let bars = [false, true].compactMap { isPair -> BarMark? in
            let places = rows.indices.filter { rows[$0].isPair == isPair }
            if places.isEmpty { return nil }
            let color = theme.palette.color(0)
            return BarMark(
                series: isPair ? pairWords : "alone", direction: .horizontal, at: places.map(Double.init),
                values: places.map { 100 * rows[$0].share.mean },
                color: isPair ? color.mixed(with: theme.paper, part: 0.55) : color)
        }
        let ends = rows.map { 100 * min(1, $0.share.mean + $0.share.deviation) }
        let deviations = IntervalMark(
            series: "deviation", direction: .horizontal, at: rows.indices.map(Double.init),
            low: rows.map { 100 * max(0, $0.share.mean - $0.share.deviation) }, high: ends,
            stroke: Stroke(theme.ink, width: 0.9), hasRim: true)
        let shares = LabelMark(
            series: "share", x: ends, y: rows.indices.map(Double.init),
            texts: rows.map { "\(Int((100 * $0.share.mean).rounded())) %" }, color: theme.ink)
        return Figure(
            title: options.title ?? "\(results.sweep): what \(results.objective.words) depends on",
            subtitle: subtitle(analysis, left: single.count + pairs.count - rows.count),
            // The numbers behind the bars have room beyond.
            x: Axis(
                "Share of the variance of \(results.objective.words)", unit: "%",
                domain: 0...min(1.02 * max(ends.max() ?? 100, 1), 100)),
            y: Axis("", categories: rows.map(\.name)), marks: bars + [deviations, shares],
            styleKeys: hasPairs ? bars.map { Key($0.series, .area($0.color)) } : [], theme: theme, size: options.size,
            command: options.command)
    }

    private static let pairWords = "two together, beyond each alone"

    /// Why there is no chart although configurations differ; nil where that is not the reason.
    static func absence(in results: SweepView) -> String? {
        guard let analysis = FunctionalANOVA(results.ranking), !isTelling(analysis) else { return nil }
        let explained = Int((100 * analysis.explained).rounded())
        let words =
            explained < 10
            ? "predicts next to nothing about one that it has not seen"
            : "explains only \(explained) % of the differences between those that it has not seen"
        return "a forest of its configurations \(words), so that shares of importance would be a guess"
    }

    /// By the same measure as reports.
    private static func isTelling(_ analysis: FunctionalANOVA) -> Bool {
        ParameterFindings.Reliability(explained: analysis.explained) == .high
    }

    private static func subtitle(_ analysis: FunctionalANOVA, left: Int) -> String {
        let explained = Int((100 * min(1, max(0, analysis.explained))).rounded())
        var sentences = [
            "Functional ANOVA over a forest; line: ± 1 standard deviation between trees.",
            "The forest explains \(explained) % of the differences between configurations.",
        ]
        if left > 0 { sentences.append("Smaller ones left out: \(left).") }
        return sentences.joined(separator: " ")
    }
}
