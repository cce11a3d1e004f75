import Analysis
import Charts
import Foundation
import Sweeps

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
        let others = shown.others.compactMap { other in
            (curve(of: dev, other.trials, options) ?? curve(of: train, other.trials, options))
                .map { (series: other.series, curve: $0) }
        }
        let named = measured.flatMap { $0.curves.map(\.curve) }
        guard !named.isEmpty, let last = (named + others.map(\.curve)).compactMap(\.x.last).max() else { return nil }
        let (horizontal, factor) = progress.axis(upTo: last, unit: options.timeUnit)
        let courses = measured.flatMap { group, curves in
            curves.map {
                course($0.set, $0.curve.stretched(by: factor), of: group, isAlone: curves.count == 1, shown, theme)
            }
        }
        let axis = axis(for: courses, options)
        let context: [any Mark] = others.map { series, curve in
            LineMark(
                series: series, x: curve.stretched(by: factor).x, y: curve.mean,
                stroke: ShownConfigurations.contextStroke(theme), room: axis.contextRoom)
        }
        let lines: [any Mark] = courses.map { $0.line.with(room: axis.room) }
        let bands: [any Mark] = courses.compactMap { $0.band?.with(room: axis.room) }
        let marked = marked(shown, courses, axis, factor, options)
        let hasRings = marked.contains { $0.shape == .ring }
        let sets = Set(courses.map(\.set))
        let only = sets.count == 1 ? sets.first : nil
        return Figure(
            title: options.title ?? "\(results.sweep): \(quantity) \(progress.words)",
            subtitle: shown.subtitle(
                courses.map(\.curve),
                more: shown.smoothing + (hasRings ? ["Ring: best epoch."] : [])),
            x: horizontal,
            y: Axis(only.map { "\($0.capitalized) \(quantity)" } ?? quantity.capitalized, scale: axis.scale),
            marks: context + bands + lines + marked,
            styleKeys: (only == nil ? Self.setKeys(theme) : []) + shown.othersKey(theme), colorBar: shown.colorBar,
            theme: theme,
            size: options.size, command: options.command)
    }

    private func axis(for courses: [Course], _ options: ChartOptions) -> CurveAxis {
        let means = courses.map(\.curve.mean)
        return isUnbounded
            ? CurveAxis(
                means, diverged: courses.map(\.line.isBroken), logarithmicFrom: 100, asked: options.yScale)
            : CurveAxis(bounded: means, asked: options.yScale)
    }

    /// Many rings would hide the lines; a smoothed curve has its least value elsewhere than the trainings had.
    private func marksBest(_ named: [ShownConfigurations.Group], _ options: ChartOptions) -> Bool {
        named.count <= ChartOptions.usualTop && options.smoothing ?? 1 == 1
    }

    /// The best epoch of each course that counts, and where single seeds diverged.
    private func marked(
        _ shown: ShownConfigurations, _ courses: [Course], _ axis: CurveAxis, _ factor: Double, _ options: ChartOptions
    ) -> [DotMark] {
        var marks: [DotMark] = []
        for course in courses where course.isMain && !course.line.isBroken && marksBest(shown.named, options) {
            let (x, y) = (course.line.x, course.line.y)
            let best = y.indices.min { isUnbounded ? y[$0] < y[$1] : y[$0] > y[$1] }
            guard let best, y.count > 1, axis.room.contains(y[best]) else { continue }
            marks.append(
                DotMark(
                    series: "\(course.line.series), best", x: [x[best]], y: [y[best]],
                    color: course.line.stroke.color, shape: .ring, radius: 2.8))
        }
        for group in shown.named where !group.first.isDiverged {
            let diverged = group.first.trials.filter { $0.outcome.state == .diverged }
            let metric = diverged.contains { $0.series[dev] != nil } ? dev : train
            let ends = diverged.compactMap { trial -> (x: Double, y: Double)? in
                let course = SeedCourse(of: metric, in: trial, perStep: false, over: options.progress ?? .epoch)
                return course?.end.flatMap { axis.room.contains($0.y) ? ($0.x * factor, $0.y) : nil }
            }
            if ends.isEmpty { continue }
            marks.append(
                DotMark(
                    series: "\(group.series), diverged", x: ends.map(\.x), y: ends.map(\.y), color: group.color,
                    shape: .cross, radius: 2.8))
        }
        return marks
    }

    /// Where dashes tell the series apart, width alone tells the sets.
    private static func stroke(_ set: String, _ color: Color, _ dash: Dash, _ theme: Theme) -> Stroke {
        let isDev = set == "dev"
        let isGrayProof = theme.palette.dash(1) != .solid
        return Stroke(
            color, width: theme.lineWidth * (isDev ? 1 : isGrayProof ? 0.45 : 0.7),
            dash: isGrayProof ? dash : isDev ? .dashed : .solid)
    }

    private static func setKeys(_ theme: Theme) -> [Key] {
        ["train", "dev"].map { Key($0, stroke($0, theme.mutedInk, .solid, theme)) }
    }

    /// One set's part of the chart.
    private struct Course {
        let set: String
        /// Whether it is what counts: the dev set's where there is one.
        let isMain: Bool
        let curve: SeedCurve
        let line: LineMark
        let band: BandMark?
    }

    /// The training set's course and the dev set's, as far as they were measured.
    private func curves(
        of configuration: ConfigurationTrials, _ options: ChartOptions
    ) -> [(set: String, curve: SeedCurve)] {
        [("train", train), ("dev", dev)].compactMap { set, metric in
            curve(of: metric, configuration, options).map { (set, $0) }
        }
    }

    private func curve(of metric: String, _ configuration: ConfigurationTrials, _ options: ChartOptions) -> SeedCurve? {
        SeedCurve(of: metric, in: configuration.comparable, over: options.progress, band: options.band)?
            .smoothed(over: options.smoothing)
    }

    /// Training is thin and without a name; the dev set is what counts.
    private func course(
        _ set: String, _ curve: SeedCurve, of group: ShownConfigurations.Group, isAlone: Bool,
        _ shown: ShownConfigurations, _ theme: Theme
    ) -> Course {
        let isMain = set == "dev" || isAlone
        let series = group.series == "all" ? set : "\(group.series) (\(set))"
        let stroke =
            isAlone
            ? Stroke(group.color, width: theme.lineWidth, dash: group.dash)
            : Self.stroke(set, group.color, group.dash, theme)
        let line = LineMark(
            series: series, label: isMain ? group.label : nil, x: curve.x, y: curve.mean, stroke: stroke,
            isBroken: group.first.isDiverged)
        let band = BandMark(
            series: series, x: curve.x, low: curve.low, high: curve.high,
            color: group.color.withOpacity(shown.bandOpacity))
        return Course(set: set, isMain: isMain, curve: curve, line: line, band: isMain && curve.hasBand ? band : nil)
    }
}
