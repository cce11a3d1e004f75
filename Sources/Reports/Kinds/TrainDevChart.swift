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
        let progress = options.progress ?? .epoch
        let measured = shown.named.map { (group: $0, curves: curves(of: $0.first, options)) }
        let last = measured.flatMap { $0.curves.compactMap { $0.curve.x.last } }.max()
        guard let last else { return nil }
        let (horizontal, factor) = progress.axis(upTo: last)
        let courses = measured.flatMap { group, curves in
            curves.map {
                course($0.set, $0.curve.stretched(by: factor), of: group, isAlone: curves.count == 1, shown, theme)
            }
        }
        let axis = axis(for: courses, options)
        let context: [any Mark] = shown.others.compactMap { other in
            let curves = self.curves(of: other.trials, options)
            guard let curve = (curves.last?.curve)?.stretched(by: factor) else { return nil }
            return LineMark(
                series: other.series, x: curve.x, y: curve.mean, stroke: ShownConfigurations.contextStroke(theme),
                room: axis.contextRoom)
        }
        let lines: [any Mark] = courses.map { $0.line.with(room: axis.room) }
        let bands: [any Mark] = courses.compactMap { $0.band?.with(room: axis.room) }
        let sets = Set(courses.map(\.set))
        let only = sets.count == 1 ? sets.first : nil
        return Figure(
            title: options.title ?? "\(results.sweep): \(quantity) \(progress.words)",
            subtitle: shown.subtitle(courses.map(\.curve), more: shown.smoothing),
            x: horizontal,
            y: Axis(only.map { "\($0.capitalized) \(quantity)" } ?? quantity.capitalized, scale: axis.scale),
            marks: context + bands + lines,
            styleKeys: (only == nil ? Self.setKeys(theme) : []) + shown.othersKey(theme), theme: theme,
            size: options.size, command: options.command)
    }

    private func axis(for courses: [Course], _ options: ChartOptions) -> CurveAxis {
        let means = courses.map(\.curve.mean)
        return isUnbounded
            ? CurveAxis(
                means, diverged: courses.map(\.line.isBroken), logarithmicFrom: 100, asked: options.yScale)
            : CurveAxis(bounded: means, asked: options.yScale)
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

    /// The training set's course and the dev set's, as far as they were measured.
    private func curves(
        of configuration: ConfigurationTrials, _ options: ChartOptions
    ) -> [(set: String, curve: SeedCurve)] {
        [("train", train), ("dev", dev)].compactMap { set, metric in
            SeedCurve(of: metric, in: configuration.comparable, over: options.progress, band: options.band)
                .map { (set, $0.smoothed(over: options.smoothing)) }
        }
    }

    /// Training is thin and without a name; the dev set is what counts.
    private func course(
        _ set: String, _ curve: SeedCurve, of group: ShownConfigurations.Group, isAlone: Bool,
        _ shown: ShownConfigurations, _ theme: Theme
    ) -> Course {
        let isMain = set == "dev" || isAlone
        let series = group.series == "all" ? set : "\(group.series) (\(set))"
        let stroke = Stroke(
            group.color, width: isMain ? theme.lineWidth : theme.lineWidth * 0.7,
            dash: set == "dev" && !isAlone ? .dashed : .solid)
        let line = LineMark(
            series: series, label: isMain ? group.label : nil, x: curve.x, y: curve.mean, stroke: stroke,
            isBroken: group.first.isDiverged)
        let band = BandMark(
            series: series, x: curve.x, low: curve.low, high: curve.high,
            color: group.color.withOpacity(shown.bandOpacity))
        return Course(set: set, curve: curve, line: line, band: isMain && curve.hasBand ? band : nil)
    }
}
