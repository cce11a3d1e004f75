import Analysis
import Charts
import Foundation
import SweepViews
import Sweeps

/// A quantity per epoch, as measured on the training set (solid), on the dev set (dashed) or on another (dotted).
struct CurveChart {
    /// As in `dev accuracy`.
    let quantity: String
    /// What it is measured on; the one whose curves count last.
    let sets: [CurveSet]
    /// Which values are the better ones; nil: that is not known.
    let goal: Objective.Goal?
    /// Whether values can be of any size, so that the axis may have to be logarithmic.
    let isUnbounded: Bool
    /// The metrics of which configurations have measured one that are named; nil: those of the sets.
    var shownBy: [String]?

    func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let shown = ShownConfigurations(of: results, metrics: shownBy ?? sets.map(\.metric), options: options)
        let theme = options.theme
        let look = CurveLook(theme: theme, named: shown.named.count, dashesTell: shown.dashesTell)
        let progress = options.progress ?? .epoch
        var measured = shown.named.map { (group: $0, curves: curves(of: $0.first, options)) }
        var others = shown.others.compactMap { other in
            sets.reversed().lazy.compactMap { curve(of: $0.metric, other.trials, options) }.first
                .map { (series: other.series, curve: $0, isDiverged: other.trials.isDiverged) }
        }
        let read = measured.flatMap { $0.curves.map(\.curve) } + others.map(\.curve)
        guard let last = read.compactMap(\.x.last).max() else { return nil }
        let (horizontal, factor) = progress.axis(upTo: last, unit: options.timeUnit)
        func visible(_ curve: SeedCurve) -> SeedCurve? { curve.stretched(by: factor).limited(to: options.xRange) }
        for index in measured.indices {
            measured[index].curves = measured[index].curves.compactMap { set, curve in
                visible(curve).map { (set, $0) }
            }
        }
        others = others.compactMap { series, curve, isDiverged in visible(curve).map { (series, $0, isDiverged) } }
        let named = measured.flatMap { $0.curves.map(\.curve) }
        if named.isEmpty { return nil }
        let axis = CurveAxis(
            measured.flatMap { group, curves in
                curves.map { .init(values: $0.curve.mean, isDiverged: group.first.isDiverged) }
            }, others: others.map(\.curve.mean), goal: goal,
            logarithmicFrom: isUnbounded ? results.logarithmicFrom : nil, asked: options.yScale)
        let unit = unit(of: named)
        func fitted(_ curve: SeedCurve) -> SeedCurve {
            let curve = curve.bounded(in: unit)
            return axis.scale == .log ? curve.evenlyAround() : curve
        }
        for index in measured.indices {
            measured[index].curves = measured[index].curves.map { ($0.set, fitted($0.curve)) }
        }

        let courses = measured.enumerated().flatMap { index, measured in
            measured.curves.map {
                course(
                    $0.set, $0.curve, of: measured.group, isAlone: measured.curves.count == 1,
                    hasBand: shown.hasBand(index), shown, look)
            }
        }
        let told = sets.filter { set in courses.contains { $0.set == set } }
        let only = told.count == 1 ? told.first : nil
        let contextDash: Dash = only == nil ? look.stroke(told.last, theme.context, .solid).dash : .solid
        let context: [any Mark] = others.map { series, curve, isDiverged in
            LineMark(
                series: series, x: curve.x, y: curve.mean,
                stroke: ShownConfigurations.contextStroke(theme, dash: contextDash), isBroken: isDiverged,
                room: axis.contextRoom)
        }
        let bandRoom = axis.room(behind: courses.map(\.line.y))
        let lines: [any Mark] = courses.map { $0.line.with(room: axis.room) }
        let bands: [any Mark] = courses.compactMap { $0.band?.with(room: bandRoom) }
        let departures = DepartureMark(of: courses.map { $0.line.with(room: axis.room) })
        let rings = rings(shown, courses, axis, options)
        let crosses = crosses(shown, axis, factor, options)
        let hasCrosses =
            !crosses.isEmpty || others.contains(where: \.isDiverged) || courses.contains(where: \.line.isBroken)
        let banded = courses.filter { $0.band != nil || options.band == .interval }.map(\.curve)
        let isOfPoints = courses.allSatisfy { $0.line.x.count == 1 }
        return Figure(
            title: options.title
                ?? "\(results.sweep): \(sets.count == 1 ? words(sets[0]) : quantity) \(progress.words)",
            subtitle: shown.subtitle(
                courses.map(\.curve), banded: banded, isCut: courses.contains { $0.band != nil && $0.curve.isCut },
                hasCrosses: hasCrosses, more: shown.smoothing + (rings.isEmpty ? [] : ["Ring: best epoch."])),
            x: horizontal, y: Axis(title(only), scale: axis.scale),
            marks: context + bands + lines + rings + crosses + [departures],
            styleKeys: (only == nil ? told.map { look.key($0, isOfPoints: isOfPoints) } : [])
                + shown.othersKey(theme, set: only == nil ? told.last?.name : nil, dash: contextDash),
            colorKeys: shown.colorKeys, colorBar: shown.colorBar, theme: theme, size: options.size,
            command: options.command
        ).explaining(shown.names)
    }

    /// Of the axis: `Dev accuracy`, or `Accuracy` of several sets.
    private func title(_ only: CurveSet?) -> String {
        let words = words(only)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// `dev accuracy`, or `accuracy` of several sets.
    private func words(_ only: CurveSet?) -> String {
        [only?.name ?? "", quantity].filter { !$0.isEmpty }.joined(separator: " ")
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
        guard let goal, shown.named.count <= ChartOptions.usualTop, options.smoothing ?? 1 <= 1 else { return [] }
        return courses.filter { $0.isMain && !$0.line.isBroken }.compactMap { course -> DotMark? in
            let (x, y) = (course.line.x, course.line.y)
            let best = y.indices.min { goal == .minimize ? y[$0] < y[$1] : y[$0] > y[$1] }
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
            let measured = sets.last { set in diverged.contains { $0.series[set.metric] != nil } }
            guard let metric = measured?.metric else { return nil }
            let ends = diverged.compactMap { trial -> (x: Double, y: Double)? in
                SeedCourse(of: metric, in: trial, perStep: false, over: options.progress ?? .epoch)?.end
            }
            if ends.isEmpty { return nil }
            return BreakMark(
                series: "\(group.series), diverged", x: ends.map { $0.x * factor }, y: ends.map(\.y),
                color: group.color, room: axis.room)
        }
    }

    /// One set's part of the chart.
    private struct Course {
        let set: CurveSet
        /// Whether it is what counts: the dev set's where there is one.
        let isMain: Bool
        let curve: SeedCurve
        let line: LineMark
        let band: BandMark?
    }

    /// What was measured on each set, as far as anything was.
    private func curves(
        of configuration: ConfigurationTrials, _ options: ChartOptions
    ) -> [(set: CurveSet, curve: SeedCurve)] {
        sets.compactMap { set in curve(of: set.metric, configuration, options).map { (set, $0) } }
    }

    private func curve(of metric: String, _ configuration: ConfigurationTrials, _ options: ChartOptions) -> SeedCurve? {
        SeedCurve(of: metric, in: configuration.comparable, over: options.progress, band: options.band)?
            .smoothed(over: options.smoothing)
    }

    /// Training is thin and without a name; the dev set is what counts.
    private func course(
        _ set: CurveSet, _ curve: SeedCurve, of group: ShownConfigurations.Group, isAlone: Bool, hasBand: Bool,
        _ shown: ShownConfigurations, _ look: CurveLook
    ) -> Course {
        let isMain = set == sets.last || isAlone
        let series =
            set.name.isEmpty ? group.series : group.series == "all" ? set.name : "\(group.series) (\(set.name))"
        let stroke = isAlone ? look.stroke(group.color, group.dash) : look.stroke(set, group.color, group.dash)
        var line = LineMark(
            series: series, label: isMain ? group.label : nil, x: curve.x, y: curve.mean, stroke: stroke,
            isBroken: group.first.isDiverged)
        line.pointShape = isMain ? .circle : look.shape(set)
        let band = BandMark(
            series: series, x: curve.x, low: curve.low, high: curve.high,
            color: group.color.withOpacity(shown.bandOpacity))
        return Course(
            set: set, isMain: isMain, curve: curve, line: line,
            band: hasBand && isMain && curve.hasBand ? band : nil)
    }
}
