import Analysis
import Charts
import Settings
import Sweeps

/// How the objective depends on one number, most often the learning rate: a line per optimizer, at each number the best
/// of whatever else varies.
enum SensitivityChart {
    static func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        let choice = ParameterChoice(of: results)
        guard let parameter = options.xParameter ?? choice.rate else { return nil }
        let color =
            options.color ?? (choice.varying.contains("optimizer") && parameter != "optimizer" ? "optimizer" : nil)
        let configurations = results.configurations.map(\.configuration)
        let colors = color.map { ParameterColors(of: $0, in: results, theme: options.theme) }
        let groups = Dictionary(grouping: configurations.indices) { colors?.values.index(of: configurations[$0]) ?? 0 }
        var intervals = MeanIntervals()
        let lines = groups.sorted { $0.key < $1.key }.compactMap { group, members in
            Line(group: group, members, results, parameter, &intervals)
        }
        let points = lines.flatMap(\.points)
        guard Set(points.map(\.x)).count > 1 else { return nil }
        let axis = ObjectiveAxis(results.objective, showing: points.map(\.mean), scale: options.yScale, showsAll: true)
        let theme = options.theme
        let marks = lines.flatMap { line in
            line.marks(
                series: colors?.values.fullLabels[line.group] ?? "all", label: colors?.label(line.group),
                color: colors?.color(line.group) ?? theme.palette.color(0), dash: colors?.dash(line.group) ?? .solid,
                theme)
        }
        let rings = lines.map { line in
            line.ring(
                series: colors?.values.fullLabels[line.group] ?? "all",
                color: colors?.color(line.group) ?? theme.palette.color(0))
        }
        var sentences = [
            "Point: the best configuration there, \(SeedWords.mean(points.map(\.seeds)))"
                + (points.contains { $0.interval != nil } ? "; bar: its 95 % interval" : "")
                + "; ring: the best of the line."
        ]
        sentences += axis.sentences
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return Figure(
            title: options.title ?? "\(results.sweep): \(results.objective.words) against \(parameter)",
            subtitle: sentences.joined(separator: " "),
            x: Axis(parameter, scale: .spanning([points.map(\.x)], atLeast: 20)), y: axis.axis, marks: marks + rings,
            colorBar: colors?.colorBar, theme: theme, size: options.size, command: options.command)
    }

    private struct Point {
        let x: Double
        let mean: Double
        let seeds: Int
        let interval: ConfidenceInterval?
    }

    /// The best at each number; none where no trial finished.
    private struct Line {
        let group: Int
        let points: [Point]
        private let places: [Double]
        private let best: Double

        init?(
            group: Int, _ members: [Int], _ results: SweepResults, _ parameter: String, _ intervals: inout MeanIntervals
        ) {
            var found: [Double: Point] = [:]
            var places: Set<Double> = []
            // The ranking's order: the first at a place is its best.
            for index in members.sorted() {
                let result = results.ranking.entries[index].result
                guard let x = ParameterValues.value(of: parameter, in: result.configuration)?.number else { continue }
                places.insert(x)
                guard found[x] == nil, let mean = result.mean else { continue }
                let values = result.values.map(\.point.value)
                found[x] = Point(x: x, mean: mean, seeds: values.count, interval: intervals.interval(ofMean: values))
            }
            guard
                let best = members.sorted().compactMap({ index -> Double? in
                    let result = results.ranking.entries[index].result
                    return result.mean == nil
                        ? nil : ParameterValues.value(of: parameter, in: result.configuration)?.number
                }).first
            else { return nil }
            self.group = group
            self.places = places.sorted()
            self.best = best
            points = found.values.sorted { $0.x < $1.x }
        }

        func marks(series: String, label: String?, color: Color, dash: Dash, _ theme: Theme) -> [any Mark] {
            let means = Dictionary(uniqueKeysWithValues: points.map { ($0.x, $0.mean) })
            return [
                IntervalMark(
                    series: series, direction: .vertical, at: points.map(\.x),
                    low: points.map { $0.interval?.lower ?? .nan }, high: points.map { $0.interval?.upper ?? .nan },
                    stroke: Stroke(color.withOpacity(0.6), width: 0.8)),
                LineMark(
                    series: series, label: label, x: places, y: places.map { means[$0] ?? .nan },
                    stroke: Stroke(color, width: theme.lineWidth, dash: dash)),
                DotMark(series: series, x: points.map(\.x), y: points.map(\.mean), color: color, radius: 2.4),
            ]
        }

        func ring(series: String, color: Color) -> any Mark {
            DotMark(
                series: "\(series), best", x: [best],
                y: [points.first { $0.x == best }?.mean ?? .nan], color: color, shape: .ring, radius: 4)
        }
    }
}
