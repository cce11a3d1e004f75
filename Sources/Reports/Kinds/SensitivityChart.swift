import Analysis
import Charts
import Settings
import SweepViews
import Sweeps

/// How the objective depends on one number, most often the learning rate: a line per optimizer, at each number the best
/// of whatever else varies; of very many numbers, as of a random search, each a dot and the line the best around there.
enum SensitivityChart {
    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let choice = ParameterChoice(of: results)
        // Where each optimizer has one rate, something else may have been searched.
        let parameters = options.xParameter.map { [$0] } ?? choice.numbers
        for parameter in parameters {
            if let figure = figure(of: results, over: parameter, choice, options) { return figure }
        }
        return nil
    }

    private static func figure(
        of results: SweepView, over parameter: String, _ choice: ParameterChoice, _ options: ChartOptions
    ) -> Figure? {
        let usual = choice.varying.contains("optimizer") && parameter != "optimizer" ? "optimizer" : nil
        // An option of different settings, as a decay's rate, is not one and the same number.
        let color = options.color ?? choice.owner(of: parameter) ?? usual
        let configurations = results.configurations.map(\.configuration)
        let colors = color.map { ParameterColors(of: $0, in: results, theme: options.theme) }
        let groups = Dictionary(grouping: configurations.indices) { colors?.values.index(of: configurations[$0]) ?? 0 }
        var intervals = MeanIntervals()
        // The best first: the ranking's order.
        let lines = groups.sorted { ($0.value.min() ?? 0) < ($1.value.min() ?? 0) }.compactMap { group, members in
            SensitivityLine(group: group, members, results, parameter, &intervals)
        }
        let points = lines.flatMap(\.points)
        let places = Set(lines.flatMap { $0.points.map(\.x) + $0.diverged }).sorted()
        guard lines.contains(where: { $0.points.count + $0.diverged.count > 1 }), Set(points.map(\.x)).count > 1,
            let x = ParameterAxis.axis(of: places, named: parameter, label: parameter)
        else { return nil }
        let objective = results.objective
        let axis = ObjectiveAxis(
            objective, showing: points.map(\.mean), spread: results.ranking.typicalSpread,
            logarithmicFrom: results.logarithmicFrom, scale: options.yScale, showsAll: true)
        let theme = options.theme
        let style = SensitivityLine.Style(
            theme: theme, scale: x.scale, bins: places.count > SensitivityLine.mostNumbers ? places : nil,
            isNamedAtEnd: Set(lines.map { $0.points.last?.x }).count == 1, divergesUpwards: objective.goal == .minimize,
            domain: axis.axis.domain)
        let step = min(2.6, 14 / Double(max(lines.count, 1)))
        let marks = lines.enumerated().map { index, line in
            let look = SensitivityLine.Look(
                series: colors?.values.fullLabels[line.group] ?? "all", label: colors?.label(line.group),
                color: colors?.color(line.group) ?? theme.palette.color(0), dash: colors?.dash(line.group) ?? .solid)
            let shift = style.bins == nil ? (Double(index) - Double(lines.count - 1) / 2) * step : 0
            return (line.marks(look, style) + [line.ring(look)]).map { shift == 0 ? $0 : ShiftedMark($0, by: shift) }
        }
        var sentences = [
            (style.bins == nil ? "Point: the best configuration there" : "Dot: a configuration")
                + ", \(SeedWords.mean(points.map(\.seeds)))"
                + (style.bins == nil && points.contains { $0.interval != nil } ? "; bar: its 95 % interval" : "")
                + (style.bins == nil ? "" : "; line: the best around there")
                + "; ring: the best" + (lines.count > 1 ? " of the line." : ".")
        ]
        if lines.contains(where: { !$0.diverged.isEmpty }) { sentences.append(SeedWords.diverged) }
        sentences += axis.sentences
        if axis.hidden > 0 { sentences.append("Triangles point to them.") }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        // Rings are drawn last, over all lines.
        return Figure(
            title: options.title ?? "\(results.sweep): \(objective.words) against \(parameter)",
            subtitle: sentences.joined(separator: " "), x: x, y: axis.axis,
            marks: marks.flatMap { $0.dropLast() } + marks.compactMap(\.last), colorBar: colors?.colorBar,
            theme: theme, size: options.size, command: options.command)
    }
}

/// The configurations of one line of a sensitivity chart.
struct SensitivityLine {
    /// With more numbers than this no line goes through each.
    static let mostNumbers = 16

    struct Point {
        let x: Double
        let mean: Double
        let seeds: Int
        let interval: ConfidenceInterval?
    }

    struct Look {
        let series: String
        let label: String?
        let color: Color
        let dash: Dash
    }

    /// What all lines share.
    struct Style {
        let theme: Theme
        let scale: ScaleKind
        /// All numbers, where they are so many that only the best of several neighbours is joined.
        let bins: [Double]?
        let isNamedAtEnd: Bool
        let divergesUpwards: Bool
        /// Of the axis of the objective, where some points lie beyond.
        let domain: ClosedRange<Double>?

        func hasRoom(_ point: Point) -> Bool { domain?.contains(point.mean) ?? true }

        var worstEdge: BeyondMark.Edge { divergesUpwards ? .top : .bottom }
    }

    let group: Int
    /// The best at each number.
    let points: [Point]
    /// Every configuration.
    private let all: [Point]
    /// Numbers at which every seed of every configuration diverged.
    let diverged: [Double]
    private let best: Point
    private let objective: Objective

    /// - Parameter members: places in the ranking.
    /// - Returns: nil where none has a value.
    init?(
        group: Int, _ members: [Int], _ results: SweepView, _ parameter: String, _ intervals: inout MeanIntervals
    ) {
        var (all, lost): ([Point], Set<Double>) = ([], [])
        for index in members.sorted() {
            let result = results.ranking.entries[index].result
            guard let x = ParameterValues.value(of: parameter, in: result.described)?.number else { continue }
            guard let mean = result.mean else {
                if results.configurations[index].isDiverged { lost.insert(x) }
                continue
            }
            let values = result.values.map(\.point.value)
            let interval = intervals.interval(ofMean: values).map { results.ranking.unit.bounded($0) }
            all.append(Point(x: x, mean: mean, seeds: values.count, interval: interval))
        }
        guard let best = all.first else { return nil }
        // The ranking's order: the first at a place is its best.
        let found = Dictionary(all.map { ($0.x, $0) }) { first, _ in first }
        self.group = group
        self.best = best
        self.all = all
        points = found.values.sorted { $0.x < $1.x }
        diverged = lost.subtracting(found.keys).sorted()
        objective = results.objective
    }

    func marks(_ look: Look, _ style: Style) -> [any Mark] {
        let theme = style.theme
        let means = Dictionary(points.map { ($0.x, $0.mean) }) { first, _ in first }
        let places = style.bins == nil ? (points.map(\.x) + diverged).sorted() : envelope(style).map(\.x)
        var line = LineMark(
            series: look.series, label: look.label, x: places, y: places.map { means[$0] ?? .nan },
            stroke: Stroke(look.color, width: theme.lineWidth, dash: look.dash))
        line.isNamedAtEnd = style.isNamedAtEnd
        var marks: [any Mark] = [line]
        if style.bins == nil {
            let bars = IntervalMark(
                series: look.series, direction: .vertical, at: points.map(\.x),
                low: points.map { style.hasRoom($0) ? $0.interval?.lower ?? .nan : .nan },
                high: points.map { style.hasRoom($0) ? $0.interval?.upper ?? .nan : .nan },
                stroke: Stroke(look.color.withOpacity(0.6), width: 0.8))
            let dots = DotMark(
                series: look.series, x: points.map(\.x), y: points.map(\.mean), color: look.color, radius: 2.4)
            marks = [bars, line, dots]
        } else {
            marks.insert(
                DotMark(
                    series: "\(look.series), all", x: all.map(\.x), y: all.map(\.mean),
                    color: look.color.withOpacity(0.6), radius: all.count > 200 ? 1.6 : 2.2), at: 0)
        }
        let far = (style.bins == nil ? points : all).filter { !style.hasRoom($0) }
        if !far.isEmpty {
            marks.append(
                BeyondMark(
                    series: "\(look.series), outside", edge: style.worstEdge, sign: .pointer, at: far.map(\.x),
                    values: far.map(\.mean), color: look.color))
        }
        if !diverged.isEmpty {
            marks.append(
                BeyondMark(
                    series: "\(look.series), diverged", edge: style.worstEdge, sign: .cross, at: diverged,
                    values: diverged.map { _ in .nan }, color: look.color))
        }
        return marks
    }

    func ring(_ look: Look) -> any Mark {
        DotMark(
            series: "\(look.series), best", x: [best.x], y: [best.mean], color: look.color, shape: .ring, radius: 4)
    }

    /// The best of each stretch of the axis: ten of equal length over all lines' numbers.
    private func envelope(_ style: Style) -> [Point] {
        guard let least = style.bins?.first, let most = style.bins?.last else { return points }
        let stretches = Dictionary(grouping: points) { point in
            min(Int(ParameterScale.part(point.x, least, most, style.scale) * 10), 9)
        }
        return stretches.sorted { $0.key < $1.key }.compactMap { stretch in
            stretch.value.min { objective.prefers($0.mean, to: $1.mean) }
        }
    }
}
