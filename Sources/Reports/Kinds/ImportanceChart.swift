import Analysis
import Charts

/// How much each hyperparameter, and each pair beyond that, has to do with the objective.
enum ImportanceChart {
    static func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        guard let analysis = FunctionalANOVA(results.ranking) else { return nil }
        let single = analysis.parameters.map { (name: $0.parameter, share: $0.share, isPair: false) }
        // A pair that explains nothing is no news.
        let pairs = analysis.interactions.filter { $0.share.mean >= 0.005 }
            .map { (name: "\($0.first) × \($0.second)", share: $0.share, isPair: true) }
        let rows = (single + pairs).enumerated()
            .sorted { ($1.element.share.mean, $0.offset) < ($0.element.share.mean, $1.offset) }
            .prefix(options.top ?? options.rowCount).map(\.element)
        let theme = options.theme
        let marks = [false, true].flatMap { isPair -> [any Mark] in
            let places = rows.indices.filter { rows[$0].isPair == isPair }
            let color = theme.palette.color(isPair ? 5 : 0)
            let series = isPair ? "two together, beyond each alone" : "alone"
            if places.isEmpty { return [] }
            return [
                BarMark(
                    series: series, direction: .horizontal,
                    at: places.map(Double.init), values: places.map { 100 * rows[$0].share.mean }, color: color)
            ]
        }
        let deviations = IntervalMark(
            series: "deviation", direction: .horizontal, at: rows.indices.map(Double.init),
            low: rows.map { 100 * max(0, $0.share.mean - $0.share.deviation) },
            high: rows.map { 100 * min(1, $0.share.mean + $0.share.deviation) },
            stroke: Stroke(theme.ink, width: 0.9))
        return Figure(
            title: options.title ?? "\(results.sweep): what \(results.objective.words) depends on",
            subtitle: subtitle(
                analysis, hasPairs: rows.contains(where: \.isPair), left: single.count + pairs.count - rows.count),
            x: Axis("Share of its variance", unit: "%"), y: Axis("", categories: rows.map(\.name)),
            marks: marks + [deviations], theme: theme, size: options.size, command: options.command)
    }

    private static func subtitle(_ analysis: FunctionalANOVA, hasPairs: Bool, left: Int) -> String {
        let explained = Int((100 * min(1, max(0, analysis.explained))).rounded())
        var sentences = [
            "Functional ANOVA over a forest; line: ± 1 standard deviation between trees."
                + (hasPairs ? " Light: two together, beyond each alone." : ""),
            "The forest explains \(explained) % of the differences between configurations"
                + (explained < 50 ? ": too little to rely on." : "."),
        ]
        if left > 0 { sentences.append("Smaller ones left out: \(left).") }
        return sentences.joined(separator: " ")
    }
}
