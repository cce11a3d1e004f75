import Charts
import SweepViews

/// The learning rate per epoch; configurations with the same course share a line.
enum LearningRateChart {
    static let metrics = ["lr"]

    /// A course of learning rates with the configurations that have it, the best first.
    private struct Course {
        var x: [Double]
        var rates: [Double]
        var members: [ConfigurationTrials]

        /// Whether one is the beginning of the other, as that of a training which ended early.
        func isLike(_ other: Course) -> Bool {
            x.starts(with: other.x.prefix(x.count)) && rates.starts(with: other.rates.prefix(rates.count))
        }
    }

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        var courses: [Course] = []
        for configuration in results.configurations {
            guard let curve = SeedCurve(of: metrics[0], in: configuration.comparable, over: options.progress) else {
                continue
            }
            let course = Course(x: curve.x, rates: curve.mean, members: [configuration])
            guard let place = courses.firstIndex(where: course.isLike) else {
                courses.append(course)
                continue
            }
            courses[place].members.append(configuration)
            if course.x.count > courses[place].x.count {
                (courses[place].x, courses[place].rates) = (course.x, course.rates)
            }
        }
        guard let last = courses.compactMap(\.x.last).max() else { return nil }
        let progress = options.progress ?? .epoch
        let (horizontal, factor) = progress.axis(upTo: last, unit: options.timeUnit)
        for index in courses.indices { courses[index].x = courses[index].x.map { $0 * factor } }
        let top = ShownConfigurations.count(
            naming: courses.prefix(options.top ?? ChartOptions.usualTop).map(\.members), of: results,
            most: ChartOptions.mostNames, options: options)
        let rest = courses.dropFirst(top)
        let shown = ShownConfigurations(
            courses.prefix(top).map(\.members), others: rest.flatMap(\.members), of: results,
            metrics: metrics, options: options)
        let theme = options.theme
        let context: [any Mark] = zip(rest, rest.indices).map { course, index in
            LineMark(
                series: "other \(index - top + 1)", x: course.x, y: course.rates,
                stroke: ShownConfigurations.contextStroke(theme))
        }
        let lines: [any Mark] = zip(courses, shown.named).map { course, group in
            LineMark(
                series: group.series, label: group.label, x: course.x, y: course.rates,
                stroke: Stroke(group.color, width: theme.lineWidth, dash: group.dash))
        }
        return Figure(
            title: options.title ?? "\(results.sweep): learning rate \(progress.words)",
            subtitle: subtitle(named: shown.named, others: rest.count), x: horizontal,
            y: Axis("Learning rate", scale: options.yScale ?? .spanning(courses.map(\.rates), atLeast: 20)),
            marks: context + lines,
            styleKeys: shown.othersKey(theme), theme: theme, size: options.size, command: options.command)
    }

    private static func subtitle(named: [ShownConfigurations.Group], others: Int) -> String {
        var sentences: [String] = []
        if named.contains(where: { $0.members.count > 1 }) {
            sentences.append("Configurations with the same learning rates share a line.")
        }
        if others > 0 {
            sentences.append("In colour: those of the best, \(named.count) of \(named.count + others) lines.")
        }
        return sentences.joined(separator: " ")
    }
}
