import Analysis
import Charts
import SweepViews
import Sweeps

/// The objective against how long training took: which configurations no other beats in both.
enum ParetoChart {
    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let points = results.ranking.entries.compactMap(Point.init)
        let all = results.whole.ranking.entries.compactMap(Point.init)
        guard !points.isEmpty, let longest = all.map(\.seconds).max() else { return nil }
        let objective = results.objective
        // From the fastest on, each that is better than all before it.
        var front: [Point] = []
        let byTime = points.enumerated().sorted {
            ($0.element.seconds, $0.offset) < ($1.element.seconds, $1.offset)
        }
        for point in byTime.map(\.element) where front.last.map({ objective.prefers(point.mean, to: $0.mean) }) ?? true
        {
            if front.last?.seconds == point.seconds { front.removeLast() }
            front.append(point)
        }
        let unit = options.timeUnit ?? TimeUnit(upTo: longest)
        let theme = options.theme
        let axis = ObjectiveAxis(objective, showing: all.map(\.mean), scale: options.yScale)
        let frontNumbers = Set(front.map(\.number))
        let rest = points.filter { !frontNumbers.contains($0.number) }
        // A staircase: up to the next, this is the best for the time.
        let stairs =
            zip(front, front.dropFirst()).flatMap { [($0.seconds, $0.mean), ($1.seconds, $0.mean)] }
            + (front.last.map { [($0.seconds, $0.mean), (longest, $0.mean)] } ?? [])
        let others = DotMark(
            series: "others", x: rest.map { $0.seconds / unit.seconds }, y: rest.map { axis.placed($0.mean) },
            color: theme.mutedInk.withOpacity(0.45), radius: 2.2)
        var marks: [any Mark] = [
            others,
            LineMark(
                series: "front", x: stairs.map { $0.0 / unit.seconds }, y: stairs.map { axis.placed($0.1) },
                stroke: Stroke(theme.mutedInk, width: 0.8)),
        ]
        let told = front.reversed().map(\.configuration)
        let styles = SeriesStyles(of: results.whole, options: options, among: options.facet == nil ? told : nil)
        for point in front.reversed() {
            marks.append(
                DotMark(
                    series: styles.name(of: [point.configuration]) ?? results.sweep,
                    x: [point.seconds / unit.seconds], y: [axis.placed(point.mean)], color: theme.palette.color(0),
                    shape: .diamond, radius: 3.4))
        }
        let hidden = points.filter { !axis.placed($0.mean).isFinite }
        if !hidden.isEmpty {
            marks.append(
                BeyondMark(
                    series: "outside", edge: objective.worstEdge(along: .vertical), sign: .pointer,
                    at: hidden.map { $0.seconds / unit.seconds }, values: hidden.map(\.mean), color: theme.mutedInk))
        }
        // Of a long front the best are named.
        let named = front.reversed().filter { axis.placed($0.mean).isFinite }.prefix(
            options.top ?? (options.facet == nil ? ChartOptions.usualTop : 3))
        marks.append(
            CalloutMark(
                series: "names", x: named.map { $0.seconds / unit.seconds }, y: named.map(\.mean),
                names: named.map { styles.shortName(of: [$0.configuration]) ?? results.sweep }, color: theme.ink,
                others: (others.x, others.y),
                line: (stairs.map { $0.0 / unit.seconds }, stairs.map { axis.placed($0.1) }),
                areAbove: objective.goal == .maximize))
        var sentences = [
            "Dot: a configuration, \(SeedWords.mean(points.map(\.seeds))). Diamonds: no other is both faster and better."
        ]
        let common = SeriesStyles(of: results.whole, options: options).common(of: told)
        if told.count > 1, !common.isEmpty { sentences.append("All of these: \(common).") }
        if front.count > named.count, options.facet == nil {
            sentences.append("Named: the best \(named.count) of \(front.count).")
        }
        sentences += axis.sentences
        if !hidden.isEmpty { sentences.append("Triangles point to them.") }
        let empty = results.ranking.entries.filter { $0.result.mean == nil && $0.result.lostCount > 0 }.count
        if empty > 0 {
            sentences.append("Without a value, and not shown: \(empty) of \(results.ranking.entries.count).")
        }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        let times = points.map(\.seconds).filter { $0 > 0 }
        return Figure(
            title: options.title ?? "\(results.sweep): \(objective.words) against training time",
            subtitle: sentences.joined(separator: " "),
            x: Axis(
                "Time of a trial", unit: unit.rawValue,
                scale: times.count == points.count ? .spanning([times], atLeast: 50) : .linear),
            y: verticalAxis(axis, objective, all.map(\.mean)).limited(by: results.whole.ranking.unit), marks: marks,
            theme: theme, size: options.size, command: options.command)
    }

    /// With room for names beyond the best; a logarithmic axis has enough.
    private static func verticalAxis(_ axis: ObjectiveAxis, _ objective: Objective, _ means: [Double]) -> Axis {
        let shown = means.filter { axis.placed($0).isFinite }
        guard axis.axis.scale == .linear, let least = shown.min(), let greatest = shown.max(), least < greatest else {
            return axis.axis
        }
        let usual = (greatest - least) * 0.06
        let (below, above) = objective.goal == .maximize ? (usual, 3 * usual) : (3 * usual, usual)
        var vertical = axis.axis
        vertical.domain = (least >= 0 ? max(least - below, 0) : least - below)...(greatest + above)
        return vertical
    }

    private struct Point {
        let number: Int
        let configuration: Configuration
        let seconds: Double
        let mean: Double
        let seeds: Int

        init?(_ entry: Ranking.Entry) {
            guard let mean = entry.result.mean, let seconds = entry.result.seconds else { return nil }
            number = entry.result.number
            configuration = entry.result.configuration
            (self.seconds, self.mean) = (seconds, mean)
            seeds = entry.result.values.count
        }
    }
}
