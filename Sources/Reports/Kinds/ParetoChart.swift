import Analysis
import Charts
import Foundation
import SweepViews
import Sweeps

/// The objective against what training cost, in time, steps or epochs: which configurations no other beats in both.
enum ParetoChart {
    /// Starting a trial takes some time, and not always the same; smaller differences mean nothing.
    private static let startingNoise = 0.1

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let cost = options.progress ?? .time
        let points = Point.all(of: results, cost)
        let all = Point.all(of: results.whole, cost)
        guard !points.isEmpty, let most = all.map(\.cost).max() else { return nil }
        let objective = results.objective
        let noise = cost == .time ? max(startingNoise, spread(of: results.whole)) : 0
        let front = front(of: points, objective, noise)
        let (horizontal, factor) = cost.axis(ofTrialsUpTo: most, unit: options.timeUnit)
        let theme = options.theme
        let axis = ObjectiveAxis(
            objective, showing: all.map(\.mean), spread: results.whole.ranking.typicalSpread,
            logarithmicFrom: results.logarithmicFrom, scale: options.yScale)
        let frontNumbers = Set(front.map(\.number))
        let rest = points.filter { !frontNumbers.contains($0.number) }
        // A staircase: up to the next, this is the best for the time.
        let stairs =
            zip(front, front.dropFirst()).flatMap { [($0.cost, $0.mean), ($1.cost, $0.mean)] }
            + (front.last.map { [($0.cost, $0.mean), (most, $0.mean)] } ?? [])
        let others = DotMark(
            series: "others", x: rest.map { $0.cost * factor }, y: rest.map { axis.placed($0.mean) },
            color: theme.mutedInk.withOpacity(0.45), radius: 2.2)
        var marks: [any Mark] = [
            others,
            LineMark(
                series: "front", x: stairs.map { $0.0 * factor }, y: stairs.map { axis.placed($0.1) },
                stroke: Stroke(theme.mutedInk, width: 0.8)),
        ]
        let told = front.reversed().map(\.configuration)
        let styles = SeriesStyles(of: results.whole, options: options, among: options.facet == nil ? told : nil)
        for point in front.reversed() {
            marks.append(
                DotMark(
                    series: styles.name(of: [point.configuration]) ?? results.sweep,
                    x: [point.cost * factor], y: [axis.placed(point.mean)], color: theme.palette.color(0),
                    shape: .diamond, radius: 3.4))
        }
        let hidden = points.filter { !axis.placed($0.mean).isFinite }
        if !hidden.isEmpty {
            marks.append(
                BeyondMark(
                    series: "outside", edge: objective.worstEdge(along: .vertical), sign: .pointer,
                    at: hidden.map { $0.cost * factor }, values: hidden.map(\.mean), color: theme.mutedInk))
        }
        // Of a long front the best are named.
        let room = styles.names(of: told.map { [$0] }) == nil ? Int.max : options.numberedRowCount
        let named = front.reversed().filter { axis.placed($0.mean).isFinite }.prefix(
            min(room, options.top ?? (options.facet == nil ? ChartOptions.usualTop : 3)))
        marks.append(
            CalloutMark(
                series: "names", x: named.map { $0.cost * factor }, y: named.map(\.mean),
                names: named.map { styles.shortName(of: [$0.configuration]) ?? results.sweep }, color: theme.ink,
                others: (others.x, others.y),
                line: (stairs.map { $0.0 * factor }, stairs.map { axis.placed($0.1) }),
                areAbove: objective.goal == .maximize))
        var sentences = [
            "Dot: a configuration, \(SeedWords.mean(points.map(\.seeds))). Diamonds: no other is both \(cost == .time ? "faster" : "done sooner") and better."
        ]
        if noise > 0 {
            sentences.append(
                "Times that differ by less than \(ValueText.significant(noise, digits: 2)) s count as equal.")
        }
        let common = SeriesStyles(of: results.whole, options: options).common(of: told)
        if told.count > 1, !common.isEmpty { sentences.append("All of these: \(common).") }
        if front.count > named.count, options.facet == nil {
            sentences.append("Named: the best \(named.count) of \(front.count).")
        }
        sentences += axis.sentences
        if !hidden.isEmpty { sentences.append("Triangles point to them.") }
        let empty = results.ranking.entries.filter { $0.result.mean == nil && $0.result.lostCount > 0 }.count
        if empty > 0 {
            sentences.append("Without a value, and not shown: \(empty) of \(results.ranking.entries.count).")
        }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        let costs = points.map(\.cost).filter { $0 > 0 }
        let table = styles.names(of: named.map { [$0.configuration] })
        return Figure(
            title: options.title ?? "\(results.sweep): \(objective.words) against \(cost.costWords)",
            subtitle: sentences.joined(separator: " "),
            x: Axis(
                horizontal.label, unit: horizontal.unit,
                scale: costs.count == points.count ? .spanning([costs], atLeast: 50) : .linear),
            y: verticalAxis(axis, objective, all.map(\.mean), results.whole.ranking.unit), marks: marks,
            theme: theme, size: options.size, command: options.command
        ).explaining(table)
    }

    /// With room for names beyond the best, though with no number that the unit has not; a logarithmic axis has enough.
    private static func verticalAxis(
        _ axis: ObjectiveAxis, _ objective: Objective, _ means: [Double], _ unit: ObjectiveUnit
    ) -> Axis {
        let shown = means.filter { axis.placed($0).isFinite }
        guard axis.axis.scale == .linear, let least = shown.min(), let greatest = shown.max(), least < greatest else {
            return axis.axis.limited(by: unit)
        }
        let usual = (greatest - least) * 0.06
        let (below, above) = objective.goal == .maximize ? (usual, 3 * usual) : (3 * usual, usual)
        let most = unit.limits.map { max($0.upperBound, greatest) + usual / 2 } ?? .infinity
        var vertical = axis.axis.limited(by: unit)
        vertical.domain = (least >= 0 ? max(least - below, 0) : least - below)...min(greatest + above, most)
        return vertical
    }

    /// From the cheapest on, each that is better than all before it and all that cost hardly more.
    private static func front(of points: [Point], _ objective: Objective, _ noise: Double) -> [Point] {
        let sorted = points.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
            .map(\.element)
        var front: [Point] = []
        var (next, best): (Int, Point?) = (0, nil)
        for point in sorted {
            while next < sorted.count, sorted[next].cost <= point.cost + noise {
                if best.map({ objective.prefers(sorted[next].mean, to: $0.mean) }) ?? true { best = sorted[next] }
                next += 1
            }
            if best?.number == point.number { front.append(point) }
        }
        return front
    }

    /// How much the times of one configuration's trials differ: the pooled standard deviation, in seconds.
    private static func spread(of results: SweepView) -> Double {
        var (squares, count) = (0.0, 0)
        for configuration in results.configurations {
            let times = configuration.trials.filter { $0.outcome.state == .finished }.compactMap(\.outcome.seconds)
            guard times.count > 1, let deviation = SampleStatistics.standardDeviation(of: times) else { continue }
            squares += deviation * deviation * Double(times.count - 1)
            count += times.count - 1
        }
        return count > 0 ? (squares / Double(count)).squareRoot() : 0
    }

    private struct Point {
        let number: Int
        let configuration: Configuration
        /// In seconds, steps or epochs.
        let cost: Double
        let mean: Double
        let seeds: Int

        static func all(of results: SweepView, _ progress: TrainingProgress) -> [Point] {
            zip(results.ranking.entries, results.configurations).compactMap { entry, configuration in
                guard let mean = entry.result.mean,
                    let cost = cost(of: configuration, results.objective.metric, progress)
                else { return nil }
                return Point(
                    number: entry.result.number, configuration: entry.result.described, cost: cost, mean: mean,
                    seeds: entry.result.values.count)
            }
        }

        /// The mean over the finished trials.
        private static func cost(
            of configuration: ConfigurationTrials, _ metric: String, _ progress: TrainingProgress
        ) -> Double? {
            let finished = configuration.trials.map(\.outcome).filter { $0.state == .finished }
            return SampleStatistics.mean(
                of: finished.compactMap { outcome in
                    switch progress {
                    case .time: outcome.seconds
                    case .step: outcome.summaries[metric].map { Double($0.last.step) }
                    case .epoch: outcome.summaries[metric]?.last.epoch.map(Double.init)
                    }
                })
        }
    }
}

extension TrainingProgress {
    /// What a whole trial takes, as in a title.
    fileprivate var costWords: String {
        switch self {
        case .step: "steps"
        case .epoch: "epochs"
        case .time: "training time"
        }
    }

    /// The axis of it with what costs are to be multiplied by.
    fileprivate func axis(ofTrialsUpTo most: Double, unit: TimeUnit?) -> (axis: Axis, factor: Double) {
        if self != .time { return (Axis("\(costWords.capitalized) of a trial"), 1) }
        let unit = unit ?? TimeUnit(upTo: most)
        return (Axis("Time of a trial", unit: unit.rawValue), 1 / unit.seconds)
    }
}
