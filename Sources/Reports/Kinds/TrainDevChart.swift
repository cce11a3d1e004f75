import Analysis
import Charts
import Foundation
import SweepViews
import Sweeps

/// A metric per epoch, measured on the training set (solid) and on the dev set (dashed).
struct TrainDevChart {
    /// As in `Dev accuracy`.
    let quantity: String
    let train: String
    let dev: String
    /// Whether less is better and there is no upper bound, so that the axis may have to be logarithmic.
    let isUnbounded: Bool

    func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let shown = ShownConfigurations(of: results, metrics: [train, dev], options: options)
        let theme = options.theme
        let progress = options.progress ?? .epoch
        var measured = shown.named.map { (group: $0, curves: curves(of: $0.first, options)) }
        var others = shown.others.compactMap { other in
            (curve(of: dev, other.trials, options) ?? curve(of: train, other.trials, options))
                .map { (series: other.series, curve: $0, isDiverged: other.trials.isDiverged) }
        }
        let named = measured.flatMap { $0.curves.map(\.curve) }
        guard !named.isEmpty, let last = (named + others.map(\.curve)).compactMap(\.x.last).max() else { return nil }
        let (horizontal, factor) = progress.axis(upTo: last, unit: options.timeUnit)
        let axis = axis(for: measured.flatMap { group, curves in curves.map { ($0.curve.mean, group.first) } }, options)
        let unit = unit(of: named)
        func fitted(_ curve: SeedCurve) -> SeedCurve {
            let curve = curve.stretched(by: factor).bounded(in: unit)
            return axis.scale == .log ? curve.endedAtLeast() : curve
        }
        for index in measured.indices {
            measured[index].curves = measured[index].curves.map { ($0.set, fitted($0.curve)) }
        }
        for index in others.indices { others[index].curve = others[index].curve.stretched(by: factor) }

        let courses = measured.enumerated().flatMap { index, measured in
            measured.curves.map {
                course(
                    $0.set, $0.curve, of: measured.group, isAlone: measured.curves.count == 1,
                    hasBand: shown.hasBand(index), shown, theme)
            }
        }
        let sets = Set(courses.map(\.set))
        let only = sets.count == 1 ? sets.first : nil
        let contextDash: Dash = only == nil ? Self.stroke("dev", theme.context, .solid, theme).dash : .solid
        let context: [any Mark] = others.map { series, curve, isDiverged in
            LineMark(
                series: series, x: curve.x, y: curve.mean,
                stroke: ShownConfigurations.contextStroke(theme, dash: contextDash), isBroken: isDiverged,
                room: axis.contextRoom)
        }
        let bandRoom = axis.room(behind: courses.map(\.line.y))
        let lines: [any Mark] = courses.map { $0.line.with(room: axis.room) }
        let bands: [any Mark] = courses.compactMap { $0.band?.with(room: bandRoom) }
        let rings = rings(shown, courses, axis, options)
        let crosses = crosses(shown, axis, factor, options)
        let hasCrosses =
            !crosses.isEmpty || others.contains(where: \.isDiverged) || courses.contains(where: \.line.isBroken)
        let banded = courses.filter { $0.band != nil || options.band == .interval }.map(\.curve)
        let isOfPoints = courses.allSatisfy { $0.line.x.count == 1 }
        return Figure(
            title: options.title ?? "\(results.sweep): \(quantity) \(progress.words)",
            subtitle: shown.subtitle(
                courses.map(\.curve), banded: banded, isCut: courses.contains { $0.band != nil && $0.curve.isCut },
                hasCrosses: hasCrosses, more: shown.smoothing + (rings.isEmpty ? [] : ["Ring: best epoch."])),
            x: horizontal,
            y: Axis(only.map { "\($0.capitalized) \(quantity)" } ?? quantity.capitalized, scale: axis.scale),
            marks: context + bands + lines + rings + crosses,
            styleKeys: (only == nil ? Self.setKeys(theme, isOfPoints: isOfPoints) : [])
                + shown.othersKey(theme, set: only == nil ? "dev" : nil, dash: contextDash),
            colorKeys: shown.colorKeys, colorBar: shown.colorBar, theme: theme, size: options.size,
            command: options.command)
    }

    private func axis(
        for courses: [(mean: [Double], owner: ConfigurationTrials)], _ options: ChartOptions
    ) -> CurveAxis {
        let means = courses.map(\.mean)
        return isUnbounded
            ? CurveAxis(
                means, diverged: courses.map(\.owner.isDiverged), logarithmicFrom: 100, asked: options.yScale)
            : CurveAxis(bounded: means, asked: options.yScale)
    }

    /// Shares, where that is what was measured.
    private func unit(of curves: [SeedCurve]) -> ObjectiveUnit {
        !isUnbounded && curves.allSatisfy { $0.mean.allSatisfy((0...1).contains) } ? .points : .plain
    }

    /// The best epoch of each course that counts. Many rings would hide the lines; a smoothed curve has its least value
    /// elsewhere than the trainings had.
    private func rings(
        _ shown: ShownConfigurations, _ courses: [Course], _ axis: CurveAxis, _ options: ChartOptions
    ) -> [any Mark] {
        if shown.areMany || options.smoothing ?? 1 > 1 { return [] }
        return courses.filter { $0.isMain && !$0.line.isBroken }.compactMap { course -> DotMark? in
            let (x, y) = (course.line.x, course.line.y)
            let best = y.indices.min { isUnbounded ? y[$0] < y[$1] : y[$0] > y[$1] }
            guard let best, y.count > 1, axis.room.contains(y[best]) else { return nil }
            return DotMark(
                series: "\(course.line.series), best", x: [x[best]], y: [y[best]], color: course.line.stroke.color,
                shape: .ring, radius: 2.8)
        }
    }

    /// Where single seeds diverged.
    private func crosses(
        _ shown: ShownConfigurations, _ axis: CurveAxis, _ factor: Double, _ options: ChartOptions
    ) -> [any Mark] {
        shown.named.filter { !$0.first.isDiverged }.compactMap { group -> BreakMark? in
            let diverged = group.first.trials.filter { $0.outcome.state == .diverged }
            let metric = diverged.contains { $0.series[dev] != nil } ? dev : train
            let ends = diverged.compactMap { trial -> (x: Double, y: Double)? in
                SeedCourse(of: metric, in: trial, perStep: false, over: options.progress ?? .epoch)?.end
            }
            if ends.isEmpty { return nil }
            return BreakMark(
                series: "\(group.series), diverged", x: ends.map { $0.x * factor }, y: ends.map(\.y),
                color: group.color, room: axis.room)
        }
    }

    /// Where dashes tell the series apart, width alone tells the sets.
    private static func stroke(_ set: String, _ color: Color, _ dash: Dash, _ theme: Theme) -> Stroke {
        let isDev = set == "dev"
        let isGrayProof = theme.palette.dash(1) != .solid
        return Stroke(
            color, width: theme.lineWidth * (isDev ? 1 : isGrayProof ? 0.45 : 0.7),
            dash: isGrayProof ? dash : isDev ? .dashed : .solid)
    }

    /// Of a single epoch: what is chosen by is full.
    private static func shape(_ set: String) -> DotShape { set == "dev" ? .circle : .ring }

    private static func setKeys(_ theme: Theme, isOfPoints: Bool) -> [Key] {
        ["train", "dev"].map { set in
            isOfPoints
                ? Key(set, .dot(shape(set), radius: 2.4, theme.mutedInk))
                : Key(set, stroke(set, theme.mutedInk, .solid, theme))
        }
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
        _ set: String, _ curve: SeedCurve, of group: ShownConfigurations.Group, isAlone: Bool, hasBand: Bool,
        _ shown: ShownConfigurations, _ theme: Theme
    ) -> Course {
        let isMain = set == "dev" || isAlone
        let series = group.series == "all" ? set : "\(group.series) (\(set))"
        var stroke =
            isAlone
            ? Stroke(group.color, width: theme.lineWidth, dash: group.dash)
            : Self.stroke(set, group.color, group.dash, theme)
        if shown.areMany { stroke.width *= 0.5 }
        var line = LineMark(
            series: series, label: isMain ? group.label : nil, x: curve.x, y: curve.mean, stroke: stroke,
            isBroken: group.first.isDiverged)
        line.pointShape = isMain ? .circle : Self.shape(set)
        let band = BandMark(
            series: series, x: curve.x, low: curve.low, high: curve.high,
            color: group.color.withOpacity(shown.bandOpacity))
        return Course(
            set: set, isMain: isMain, curve: curve, line: line,
            band: hasBand && isMain && curve.hasBand ? band : nil)
    }
}
