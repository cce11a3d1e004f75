import Charts
import Foundation

/// A metric per epoch, measured on the training set (solid) and on the dev set (dashed).
struct TrainDevChart {
    /// As in `Dev accuracy`.
    let quantity: String
    let train: String
    let dev: String
    /// Whether less is better and there is no upper bound, so that the axis may have to be logarithmic.
    let isUnbounded: Bool

    func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        let shown = ShownConfigurations(of: results, metrics: [train, dev], options: options)
        let theme = options.theme
        let courses = shown.named.flatMap { self.courses(of: $0, opacity: shown.bandOpacity, theme) }
        if courses.isEmpty { return nil }
        let axis = axis(for: courses)
        let context: [any Mark] = shown.others.compactMap { other in
            let trials = other.trials.comparable
            guard let curve = SeedCurve(of: dev, in: trials) ?? SeedCurve(of: train, in: trials) else { return nil }
            return LineMark(
                series: other.series, x: curve.x, y: curve.mean, stroke: ShownConfigurations.contextStroke(theme),
                room: axis.contextRoom)
        }
        let lines: [any Mark] = courses.map { $0.line.with(room: axis.room) }
        let bands: [any Mark] = courses.compactMap { $0.band?.with(room: axis.room) }
        let sets = Set(courses.map(\.set))
        let only = sets.count == 1 ? sets.first : nil
        return Figure(
            title: options.title ?? "\(results.sweep): \(quantity) per epoch",
            subtitle: shown.subtitle(courses.map(\.curve)),
            x: Axis("Epoch", isWhole: true),
            y: Axis(only.map { "\($0.capitalized) \(quantity)" } ?? quantity.capitalized, scale: axis.scale),
            marks: context + bands + lines,
            styleKeys: (only == nil ? Self.setKeys(theme) : []) + shown.othersKey(theme), theme: theme,
            size: options.size, command: options.command)
    }

    private func axis(for courses: [Course]) -> CurveAxis {
        let means = courses.map(\.curve.mean)
        return isUnbounded
            ? CurveAxis(means, diverged: courses.map(\.line.isBroken), logarithmicFrom: 100) : CurveAxis(bounded: means)
    }

    private static func setKeys(_ theme: Theme) -> [Key] {
        [
            Key("train", Stroke(theme.mutedInk, width: theme.lineWidth * 0.7)),
            Key("dev", Stroke(theme.mutedInk, width: theme.lineWidth, dash: .dashed)),
        ]
    }

    /// One set's part of the chart.
    private struct Course {
        let set: String
        let curve: SeedCurve
        let line: LineMark
        let band: BandMark?
    }

    /// The training set's course, thin and without a name, and the dev set's, which is what counts.
    private func courses(of group: ShownConfigurations.Group, opacity: Double, _ theme: Theme) -> [Course] {
        let trials = group.first.comparable
        let curves = [("train", SeedCurve(of: train, in: trials)), ("dev", SeedCurve(of: dev, in: trials))]
        let isAlone = curves.contains { $0.1 == nil }
        return curves.compactMap { set, curve in
            guard let curve else { return nil }
            let isMain = set == "dev" || isAlone
            let series = group.label.map { "\($0) (\(set))" } ?? set
            let stroke = Stroke(
                group.color, width: isMain ? theme.lineWidth : theme.lineWidth * 0.7,
                dash: set == "dev" && !isAlone ? .dashed : .solid)
            let line = LineMark(
                series: series, label: isMain ? group.label : nil, x: curve.x, y: curve.mean, stroke: stroke,
                isBroken: group.first.isDiverged)
            let band = BandMark(
                series: series, x: curve.x, low: curve.low, high: curve.high, color: group.color.withOpacity(opacity))
            return Course(set: set, curve: curve, line: line, band: isMain && curve.hasBand ? band : nil)
        }
    }
}
