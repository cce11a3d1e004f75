import Charts
import Sweeps

/// The vertical axis of curves, made for the configurations that learn.
///
/// What runs away can be 10³⁰ times the rest; its lines leave the plot, and what is far off at single epochs does, too.
struct CurveAxis: Hashable {
    let scale: ScaleKind
    /// The values that named lines can ask room for, and those that grey ones can.
    let room: ClosedRange<Double>
    let contextRoom: ClosedRange<Double>

    /// What is drawn in colour: its values in order of epoch or step, and whether it ended as diverged.
    struct Course {
        let values: [Double]
        var isDiverged = false

        /// Whether it ends no worse than it began, each taken over a twentieth of it.
        func learns(_ goal: Objective.Goal) -> Bool {
            let values = values.filter(\.isFinite)
            let some = max(1, values.count / 20)
            let (start, end) = (values.prefix(some).reduce(0, +), values.suffix(some).reduce(0, +))
            return goal == .minimize ? end <= start : end >= start
        }
    }

    /// - Parameters:
    ///   - others: the courses of grey lines.
    ///   - goal: which values are the better ones; nil: none are, and all have room.
    ///   - ratio: of the greatest to the least value, from which on the axis is logarithmic; nil: never.
    ///   - asked: how the axis is to be; nil: as suits the data.
    init(
        _ courses: [Course], others: [[Double]] = [], goal: Objective.Goal? = .minimize, logarithmicFrom ratio: Double?,
        asked: ScaleKind? = nil
    ) {
        guard let goal else {
            self.scale = asked ?? ratio.map { .spanning(courses.map(\.values), atLeast: $0) } ?? .linear
            (room, contextRoom) = (-.infinity ... .infinity, -.infinity ... .infinity)
            return
        }
        func sorted(_ values: some Sequence<Double>, on scale: ScaleKind) -> [Double] {
            let shown = values.filter { $0.isFinite && (scale == .linear || $0 > 0) }
            return goal == .minimize ? shown.sorted() : shown.sorted(by: >)
        }
        func ordinary(_ courses: [Course], on scale: ScaleKind) -> [Course] {
            let typical = courses.map { Self.median($0.values) }
            guard let range = AxisRoom.range(of: sorted(typical, on: scale), on: scale) else { return courses }
            return zip(courses, typical).filter { range.contains($1) }.map(\.0)
        }
        let learning = courses.filter { !$0.isDiverged && $0.learns(goal) }
        var counted = ordinary(learning.isEmpty ? courses : learning, on: .linear)
        let scale = asked ?? ratio.map { .spanning(counted.map(\.values), atLeast: $0) } ?? .linear
        if scale == .log { counted = ordinary(counted, on: .log) }
        self.scale = scale

        let values = sorted(counted.flatMap(\.values), on: scale)
        guard let first = values.first, let worst = values.last, first != worst else {
            (room, contextRoom) = (-.infinity ... .infinity, -.infinity ... .infinity)
            return
        }
        let isLess = goal == .minimize
        let drawn = courses.filter { !$0.isDiverged }.flatMap(\.values)
        let least = isLess && scale == .log ? Self.least(of: sorted(drawn, on: scale), upTo: worst) : -.infinity
        let best = isLess ? max(first, least) : first
        // Where training starts is worth seeing, unless it is far from where others start.
        let starts = sorted(counted.compactMap { $0.values.first(where: \.isFinite) }, on: scale)
        func end(_ values: [Double]) -> Double? {
            let range = AxisRoom.range(of: values, on: scale)
            return range.map { goal == .minimize ? $0.upperBound : $0.lowerBound } ?? values.last
        }
        let ends = [end(values), end(starts)].compactMap(\.self)
        let edge = (goal == .minimize ? ends.max() : ends.min()) ?? worst
        let range = min(best, edge)...max(best, edge)

        // What rises a little is shown whole; what leaves takes a tenth.
        let extents = courses.filter { !$0.isDiverged }.compactMap { course in
            sorted(course.values, on: scale).last
        }
        let near = Self.near(range, on: scale)
        let risen = extents.filter { isLess ? $0 <= near.upperBound : $0 >= near.lowerBound }
        let shown = min(range.lowerBound, risen.min() ?? edge)...max(range.upperBound, risen.max() ?? edge)
        let whole = AxisRoom.extended(shown, on: scale, above: isLess, below: !isLess)
        let context = Self.contextRoom(around: shown, others.map { Self.median($0) }, isLess, on: scale)
        room = isLess ? least...max(least, whole.upperBound) : whole.lowerBound...(.infinity)
        contextRoom = isLess ? least...max(least, context.upperBound) : context.lowerBound...(.infinity)
    }

    /// A few values near 0 are decades below all others on a logarithmic axis; they may take a tenth of it.
    ///
    /// - Parameter sorted: positive, ascending.
    private static func least(of sorted: [Double], upTo greatest: Double) -> Double {
        guard let least = sorted.first, case let usual = sorted[sorted.count / 200], usual < greatest else {
            return -.infinity
        }
        let range = AxisRoom.extended(usual...greatest, on: .log, below: true)
        return least < range.lowerBound ? range.lowerBound : -.infinity
    }

    /// How far courses that get worse may reach without being cut off: to three times the greatest, or another decade.
    private static func near(_ range: ClosedRange<Double>, on scale: ScaleKind) -> ClosedRange<Double> {
        let width = range.upperBound - range.lowerBound
        return scale == .log
            ? range.lowerBound / 10...range.upperBound * 10
            : range.lowerBound - 2 * width...max(3 * range.upperBound, range.upperBound + width)
    }

    /// Half as much again, or another decade, as far as more than a tenth of the grey lines need that; else a tenth.
    private static func contextRoom(
        around shown: ClosedRange<Double>, _ typical: [Double], _ isLess: Bool, on scale: ScaleKind
    ) -> ClosedRange<Double> {
        let least = AxisRoom.extended(shown, on: scale, above: isLess, below: !isLess)
        let width = shown.upperBound - shown.lowerBound
        let most =
            scale == .log
            ? shown.lowerBound / 10...shown.upperBound * 10
            : shown.lowerBound - width / 2...shown.upperBound + width / 2
        let sorted = typical.filter(\.isFinite).sorted()
        guard !sorted.isEmpty else { return least }
        let upper = sorted[sorted.count * 9 / 10]
        let lower = sorted[sorted.count / 10]
        return min(
            least.lowerBound, max(most.lowerBound, lower))...max(
                least.upperBound, min(most.upperBound, upper))
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.filter(\.isFinite).sorted()
        return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
    }

    /// The values that faint lines behind others can ask room for: on a logarithmic axis a single value near 0 must not
    /// press all others together.
    ///
    /// - Parameter courses: of the lines before them.
    func room(behind courses: [[Double]]) -> ClosedRange<Double> {
        let least = courses.joined().filter { $0 > 0 && room.contains($0) }.min()
        guard scale == .log, let least, least / 10 < room.upperBound else { return room }
        return max(least / 10, room.lowerBound)...room.upperBound
    }
}
