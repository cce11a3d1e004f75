import Analysis
import Charts
import Sweeps

/// The objective against how long training took: which configurations no other beats in both.
enum ParetoChart {
    static func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        let points = results.ranking.entries.compactMap(Point.init)
        guard let longest = points.map(\.seconds).max() else { return nil }
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
        let unit = TimeUnit(upTo: longest)
        let theme = options.theme
        let axis = ObjectiveAxis(objective, showing: points.map(\.mean), scale: options.yScale)
        let styles = SeriesStyles(of: results, options: ChartOptions())
        let frontNumbers = Set(front.map(\.number))
        let rest = points.filter { !frontNumbers.contains($0.number) }
        // A staircase: up to the next, this is the best for the time.
        let stairs =
            zip(front, front.dropFirst()).flatMap { [($0.seconds, $0.mean), ($1.seconds, $0.mean)] }
            + (front.last.map { [($0.seconds, $0.mean), (longest, $0.mean)] } ?? [])
        var marks: [any Mark] = [
            DotMark(
                series: "others", x: rest.map { $0.seconds / unit.seconds }, y: rest.map { axis.placed($0.mean) },
                color: theme.mutedInk.withOpacity(0.45), radius: 2.2),
            LineMark(
                series: "front", x: stairs.map { $0.0 / unit.seconds }, y: stairs.map { axis.placed($0.1) },
                stroke: Stroke(theme.mutedInk, width: 0.8)),
        ]
        // Of a long front the best are named.
        for (index, point) in front.reversed().enumerated() {
            let isNamed = index < options.top ?? ChartOptions.usualTop
            let name = styles.name(of: [point.configuration]) ?? "all"
            marks.append(
                DotMark(
                    series: name, label: isNamed ? styles.shortName(of: [point.configuration]) ?? name : nil,
                    x: [point.seconds / unit.seconds],
                    y: [axis.placed(point.mean)], color: theme.palette.color(index), shape: .diamond, radius: 3.4))
        }
        var sentences = [
            "Dot: a configuration, \(SeedWords.mean(points.map(\.seeds))). Diamonds: no other is both faster and better."
        ]
        sentences += axis.sentences
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        let times = points.map(\.seconds).filter { $0 > 0 }
        return Figure(
            title: options.title ?? "\(results.sweep): \(objective.words) against training time",
            subtitle: sentences.joined(separator: " "),
            x: Axis(
                "Time of a trial", unit: unit.rawValue,
                scale: times.count == points.count ? .spanning([times], atLeast: 50) : .linear),
            y: axis.axis, marks: marks, theme: theme, size: options.size, command: options.command)
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
