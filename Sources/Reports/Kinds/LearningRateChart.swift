import Analysis
import Charts
import Settings
import SweepViews

/// The learning rates that parameters had, as stairs; configurations with the same rates share a line.
enum LearningRateChart {
    static let metrics = ["lr"]
    /// Those of groups of parameters.
    static let metricPrefix = "lr."

    /// Rates with the configurations that have them, the best first.
    private struct Bundle {
        /// Of one pattern several where seeds differ.
        var courses: [RateCourse]
        var members: [ConfigurationTrials]

        init?(_ configuration: ConfigurationTrials, over progress: TrainingProgress) {
            courses = []
            members = [configuration]
            for trial in configuration.comparable {
                let names = trial.series.keys.filter { metrics.contains($0) || $0.hasPrefix(metricPrefix) }
                for course in names.sorted().compactMap({ RateCourse(of: $0, in: trial, over: progress) })
                where !course.isFrozen {
                    if let place = courses.firstIndex(where: course.isLike) {
                        courses[place] = courses[place].joined(with: course)
                    } else {
                        courses.append(course)
                    }
                }
            }
            if courses.isEmpty { return nil }
        }

        func isLike(_ other: Bundle) -> Bool {
            courses.count == other.courses.count
                && courses.allSatisfy { course in other.courses.contains(where: course.isLike) }
        }

        mutating func join(_ other: Bundle) {
            members += other.members
            courses = courses.map { course in
                other.courses.first(where: course.isLike).map(course.joined) ?? course
            }
        }
    }

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let progress = options.progress ?? .epoch
        var bundles = Self.bundles(of: results, over: progress)
        // A panel may show what never changes, beside others.
        if options.styles == nil, bundles.flatMap(\.courses).allSatisfy(\.isConstant) { return nil }
        guard let last = bundles.flatMap(\.courses).compactMap(\.x.last).max() else { return nil }
        let (horizontal, factor) = axis(progress, upTo: last, unit: options.timeUnit)
        for index in bundles.indices {
            for place in bundles[index].courses.indices { bundles[index].courses[place].stretch(by: factor) }
        }
        let top = ShownConfigurations.count(
            naming: bundles.prefix(options.top ?? ChartOptions.usual(of: bundles.count)).map(\.members), of: results,
            most: ChartOptions.mostNames, options: options)
        let rest = bundles.dropFirst(top)
        let shown = ShownConfigurations(
            bundles.prefix(top).map(\.members), others: rest.flatMap(\.members), of: results,
            metrics: metrics, options: options)
        let theme = options.theme
        let scale = options.yScale ?? Self.scale(bundles.flatMap(\.courses))
        let room = Self.room(bundles.flatMap(\.courses), on: scale)
        let context: [any Mark] = zip(rest, rest.indices).flatMap { bundle, index in
            bundle.courses.map { course in
                line(course, series: "other \(index - top + 1)", stroke: ShownConfigurations.contextStroke(theme))
                    .with(room: room)
            }
        }
        let lines: [any Mark] = zip(bundles, shown.named).flatMap {
            Self.lines($0, $1, isNamed: bundles.count > 1 || $0.members.count == 1, theme).map { $0.with(room: room) }
        }
        let restarts = progress == .time ? [] : Self.restarts(Array(zip(bundles, shown.named)), theme)
        return Figure(
            title: options.title ?? "\(results.sweep): learning rate \(progress.words)",
            subtitle: subtitle(
                named: shown.named, others: rest.count,
                isRanked: results.ranking.comparability == nil && results.ranking.entries.contains { $0.rank != nil },
                hasRestarts: !restarts.isEmpty,
                bySeed: bundles.prefix(top).contains { Set($0.courses.map(\.pattern)).count < $0.courses.count }),
            x: horizontal, y: Axis("Learning rate", scale: scale), marks: context + lines + restarts,
            styleKeys: shown.othersKey(theme), theme: theme, size: options.size, command: options.command
        ).explaining(shown.names)
    }

    /// Why there is nothing to draw although rates were measured.
    static func absence(in results: SweepView) -> String? {
        let courses = bundles(of: results, over: .step).flatMap(\.courses)
        return !courses.isEmpty && courses.allSatisfy(\.isConstant)
            ? "its learning rates are the same from the first step to the last" : nil
    }

    private static func bundles(of results: SweepView, over progress: TrainingProgress) -> [Bundle] {
        var bundles: [Bundle] = []
        let configurations = results.ranking.leading.map { results.configurations[$0] }
        for bundle in configurations.compactMap({ Bundle($0, over: progress) }) {
            if let place = bundles.firstIndex(where: bundle.isLike) {
                bundles[place].join(bundle)
            } else {
                bundles.append(bundle)
            }
        }
        return bundles
    }

    /// Places are what is behind then, as schedules count it.
    private static func axis(_ progress: TrainingProgress, upTo last: Double, unit: TimeUnit?) -> (
        axis: Axis, factor: Double
    ) {
        switch progress {
        case .epoch: (Axis("Epochs done, as milestones, t_0 and formulas count them", isWhole: true), 1)
        case .step: (Axis("Steps done, as formulas count them", isWhole: true), 1)
        case .time: progress.axis(upTo: last, unit: unit)
        }
    }

    /// Logarithmic where the rates spend a tenth of the time at less than a hundredth of the highest: the end of a
    /// decay to 0 alone makes no decades.
    private static func scale(_ courses: [RateCourse]) -> ScaleKind {
        let rates = courses.flatMap(\.sampled).sorted()
        guard let highest = rates.last, highest > 0, case let low = rates[rates.count / 10], low > 0 else {
            return .linear
        }
        return highest / low >= 100 ? .log : .linear
    }

    /// On a logarithmic axis the end of a decay to 0 goes down without end, and leaves a decade below the twentieth part
    /// of the rates that are the least.
    private static func room(_ courses: [RateCourse], on scale: ScaleKind) -> ClosedRange<Double> {
        let rates = courses.flatMap(\.sampled).filter { $0 > 0 }.sorted()
        guard scale == .log, !rates.isEmpty else { return -.infinity ... .infinity }
        return rates[rates.count / 20] / 10...(.infinity)
    }

    private static func line(_ course: RateCourse, series: String, label: String? = nil, stroke: Stroke) -> LineMark {
        let corners = course.corners
        var mark = LineMark(series: series, label: label, x: corners.x, y: corners.y, stroke: stroke)
        mark.data = [DataColumn("x", course.x), DataColumn("y", course.rates)]
        return mark
    }

    /// - Parameter isNamed: whether there is another to tell it from.
    private static func lines(
        _ bundle: Bundle, _ group: ShownConfigurations.Group, isNamed: Bool, _ theme: Theme
    ) -> [LineMark] {
        let patterns = bundle.courses.map(\.pattern).reduce(into: [String?]()) { seen, pattern in
            if !seen.contains(pattern) { seen.append(pattern) }
        }
        let dashes = patterns.count > 1 ? Dash.allCases : [group.dash]
        let owner = isNamed ? group.label : nil
        return patterns.enumerated().flatMap { place, pattern -> [LineMark] in
            let courses = bundle.courses.filter { $0.pattern == pattern }
            let name = patterns == [nil] ? nil : pattern ?? "other parameters"
            let label = name.map { name in owner.map { "\($0): \(name)" } ?? name } ?? owner
            let series = name.map { "\(group.series): \($0)" } ?? group.series
            // Many seeds of one must not hide the others.
            let areMany = courses.count > ShownConfigurations.mostBands
            return courses.enumerated().map { index, course in
                line(
                    course, series: courses.count > 1 ? "\(series) (\(index + 1))" : series,
                    label: index == 0 ? label : nil,
                    stroke: Stroke(
                        areMany && index > 0 ? group.color.withOpacity(0.35) : group.color,
                        width: areMany ? theme.lineWidth / 2 : theme.lineWidth, dash: dashes[place % dashes.count]))
            }
        }
    }

    /// The numbers of epochs or steps at which rates begin anew: one mark, so that numbers near each other have places of
    /// their own. What several lines share is written once for each colour.
    private static func restarts(_ bundles: [(Bundle, ShownConfigurations.Group)], _ theme: Theme) -> [any Mark] {
        struct Restart: Hashable {
            let x: Double
            let y: Double
            let color: Color
        }
        var seen: Set<Restart> = []
        let restarts = bundles.flatMap { bundle, group in
            bundle.courses.flatMap { course -> [Restart] in
                let places = course.restarts
                guard places.count <= 12 else { return [] }
                return places.map { Restart(x: course.x[$0 - 1], y: course.rates[$0], color: group.color) }
            }
        }.filter { seen.insert($0).inserted }
        if restarts.isEmpty { return [] }
        var mark = LabelMark(
            series: "restarts", x: restarts.map(\.x), y: restarts.map(\.y),
            texts: restarts.map { SettingValue.number($0.x).description }, color: theme.ink)
        mark.colors = restarts.map(\.color)
        return [mark]
    }

    private static func subtitle(
        named: [ShownConfigurations.Group], others: Int, isRanked: Bool, hasRestarts: Bool, bySeed: Bool
    ) -> String {
        var sentences: [String] = []
        if named.contains(where: { $0.members.count > 1 }) {
            sentences.append("Configurations with the same learning rates share a line.")
        }
        if hasRestarts { sentences.append("Numbers mark restarts.") }
        if bySeed { sentences.append("Where seeds differ, each has a line.") }
        if others > 0 {
            let best = isRanked ? "those of the best, " : ""
            sentences.append("In colour: \(best)\(named.count) of \(named.count + others) lines.")
        }
        return sentences.joined(separator: " ")
    }
}
