import Analysis
import Charts
import SweepViews
import Sweeps

/// The rows of the chart `final`: which configurations it shows, what they are called and how they stand.
struct FinalRows {
    let objective: Objective
    let entries: [Ranking.Entry]
    let names: [String]
    /// What numbers among the names stand for; nil where there are none.
    let table: NameTable?
    let evidence: RankingEvidence
    let looks: [RowLook]
    /// Of the means, cut to where values can lie.
    let intervals: [ConfidenceInterval?]
    let axis: Axis
    /// What is not shown, or not to be seen.
    let sentences: [String]
    private let span: Double

    init(of results: SweepView, options: ChartOptions) {
        let ranking = results.ranking
        let valued = ranking.leading.map { ranking.entries[$0] }.filter { $0.result.mean != nil }
        let empty = ranking.entries.filter { $0.result.mean == nil && $0.result.lostCount > 0 }
        let all = SeriesStyles(of: results, options: options)
        func room(_ entries: some Sequence<Ranking.Entry>) -> Int {
            if all.names(of: entries.map { [$0.result.described] }) != nil { return options.numberedRowCount }
            let longest = entries.map { all.shortName(of: [$0.result.described])?.count ?? 0 }.max() ?? 0
            return options.rowCount(nameLength: longest)
        }
        // What came to nothing takes no more than a quarter of the rows.
        let most = options.top ?? room(valued.prefix(options.rowCount)) / Self.panelShare(of: results, options)
        let emptyCount = options.top == nil ? min(empty.count, max(most / 4, most - valued.count)) : 0
        // Those that can be compared with each other stand together.
        let told = Set(ranking.leading.prefix(min(valued.count, options.top ?? max(most - emptyCount, 1))))
        let places = ranking.entries.indices.filter(told.contains)
        let shown = places.map { ranking.entries[$0] }
        entries = shown + empty.prefix(emptyCount)
        objective = results.objective
        evidence = results.evidence

        let described = entries.map(\.result.described)
        let styles = options.styles ?? SeriesStyles(of: results, options: options, among: described)
        table = styles.names(of: described.map { [$0] })
        names = described.map { styles.shortName(of: [$0]) ?? results.sweep }
        let unit = ranking.unit
        intervals =
            places.map { [evidence] in evidence.summaries[$0]?.interval(in: unit) }
            + empty.prefix(emptyCount).map { _ in nil }
        let parts = ranking.comparability?.parts.map { Set($0.members) } ?? [told]
        looks =
            parts.flatMap { [evidence] part in
                RowLook.all(of: places.filter(part.contains).map { evidence.standings[$0] })
            } + empty.prefix(emptyCount).map { _ in .noValue }

        let scale = ObjectiveAxis(
            objective, showing: results.whole.ranking.entries.compactMap(\.result.mean),
            spread: results.whole.ranking.typicalSpread, logarithmicFrom: results.logarithmicFrom,
            areApart: ranking.comparability != nil)
        // Panels share the axis.
        let counted =
            options.facet == nil ? Array(shown) : results.whole.ranking.entries.filter { $0.result.mean != nil }
        var near = counted.filter { scale.placed($0.result.mean ?? .nan).isFinite }
        var hidden = counted.count - near.count
        var axis = scale.axis
        axis.limits = unit.limits
        axis.domain = nil
        while hidden > 0 {
            axis.domain = Self.domain(
                near.compactMap(\.result.mean), seeds: near.flatMap { $0.result.values.map(\.point.value) },
                options.facet == nil ? intervals.compactMap(\.self) : [], spread: results.whole.ranking.typicalSpread,
                unit.limits, on: scale.axis.scale)
            // Seeds and intervals may have made room for more means, whose own then want some too.
            let placed = counted.filter { entry in axis.domain.map { $0.contains(entry.result.mean ?? .nan) } ?? true }
            if placed.count <= near.count { break }
            near = placed
            hidden = counted.count - near.count
            if hidden == 0 { axis.domain = nil }
        }
        self.axis = axis
        span = axis.domain.map { $0.upperBound - $0.lowerBound } ?? 0

        var sentences: [String] = []
        let common = options.facet == nil ? all.common(of: described) : ""
        if described.count > 1, !common.isEmpty { sentences.append("All shown: \(common).") }
        if hidden > 0 {
            sentences.append("\(hidden == 1 ? "Triangle: a mean" : "Triangles: means") far outside, in numbers.")
        }
        let missing = (valued.count - shown.count, empty.count - emptyCount)
        if missing.0 > 0 {
            let count = options.facet == nil ? "\(shown.count) of \(valued.count)" : "\(shown.count) of each panel"
            sentences.append("Shown: the best \(count).")
        }
        if missing.1 > 0 {
            sentences.append(
                "\(missing.1) \(emptyCount > 0 ? "more " : "")without a value \(missing.1 == 1 ? "is" : "are") not shown."
            )
        }
        self.sentences = sentences
    }

    /// By how much fewer rows a panel has than a whole page: about as many lie one above the other, with titles.
    private static func panelShare(of results: SweepView, _ options: ChartOptions) -> Int {
        guard let facet = options.facet else { return 1 }
        return 1 + Int(Double(results.whole.valueCount(of: facet)).squareRoot().rounded())
    }

    func hasRoom(_ mean: Double) -> Bool { axis.domain?.contains(mean) ?? true }

    func text(of value: Double) -> String {
        axis.scale == .log ? ValueText.significant(value) : ValueText.text(value, span: span)
    }

    /// How the trials of a row without a value ended: `diverged`.
    func ends(of row: Int) -> String {
        let trials = entries[row].result.trials
        let states = [TrialState.diverged, .failed, .timedOut].filter { trials[$0] != nil }.map(\.words)
        return states.isEmpty ? "no value" : states.joined(separator: ", ")
    }

    /// As far as the seeds and intervals of what is shown reach, but on each side these take no more than one and a half
    /// times the room of the means, or three spreads of seeds.
    private static func domain(
        _ means: [Double], seeds: [Double], _ intervals: [ConfidenceInterval], spread: Double,
        _ limits: ClosedRange<Double>?, on scale: ScaleKind
    ) -> ClosedRange<Double>? {
        let isPlaced: (Double) -> Bool = { scale == .linear || $0 > 0 }
        let means = means.filter(isPlaced).map(scale.position)
        let ends = intervals.flatMap { [$0.lower, $0.upper] }.filter(isPlaced)
        let all = means + (seeds.filter(isPlaced) + ends).map(scale.position)
        guard let least = means.min(), let greatest = means.max(), let lowest = all.min(), let highest = all.max(),
            least < greatest
        else { return nil }
        let width = greatest - least
        let nearest = scale.value(least) - 3 * spread
        let room = (
            below: isPlaced(nearest) ? min(least - 1.5 * width, scale.position(nearest)) : lowest,
            above: max(greatest + 1.5 * width, scale.position(scale.value(greatest) + 3 * spread))
        )
        let (lower, upper) = (max(lowest, room.below), min(highest, room.above))
        let margin = (upper - lower) * 0.04
        let bounds = limits ?? -.infinity ... .infinity
        return max(scale.value(lower - margin), bounds.lowerBound)...min(scale.value(upper + margin), bounds.upperBound)
    }
}
