import Charts

/// The vertical axis of curves, made for the configurations that learn.
///
/// What runs away can be 10³⁰ times the rest; its lines may leave the plot, which then says so.
struct CurveAxis: Hashable {
    let scale: ScaleKind
    /// The values that named lines can ask room for, and those that grey ones can.
    let room: ClosedRange<Double>
    let contextRoom: ClosedRange<Double>

    /// For a metric without upper bound, of which less is better.
    ///
    /// - Parameters:
    ///   - courses: what is drawn in colour, in order of epoch or step.
    ///   - diverged: for each of them whether it ended so.
    ///   - ratio: of the greatest to the least value, from which on the axis is logarithmic.
    ///   - asked: how the axis is to be; nil: as suits the data.
    init(_ courses: [[Double]], diverged: [Bool], logarithmicFrom ratio: Double, asked: ScaleKind? = nil) {
        let learning = zip(courses, diverged).filter { !$1 && Self.learns($0) }.map(\.0)
        let counted = learning.isEmpty ? courses : learning
        scale = asked ?? .spanning(counted, atLeast: ratio)
        let values = counted.joined()
        guard let least = values.min(), let greatest = values.max(), greatest > 0 else {
            (room, contextRoom) = (-.infinity ... .infinity, -.infinity ... .infinity)
            return
        }
        if scale == .log {
            room = -.infinity...(100 * greatest)
            contextRoom = -.infinity...(10 * greatest)
        } else {
            room = -.infinity...(3 * greatest)
            contextRoom = -.infinity...max(greatest + (greatest - least) / 2, greatest.nextUp)
        }
    }

    /// For a metric with bounds, of which more is better: only grey lines far below may leave the plot.
    init(bounded courses: [[Double]], asked: ScaleKind? = nil) {
        scale = asked ?? .linear
        room = -.infinity ... .infinity
        let values = courses.joined()
        guard let least = values.min(), let greatest = values.max() else {
            contextRoom = room
            return
        }
        contextRoom = (least - (greatest / 2 - least / 2)).nextDown...(.infinity)
    }

    /// The values that faint lines behind others can ask room for: on a logarithmic axis a single value near 0 must not
    /// press all others together.
    ///
    /// - Parameter courses: of the lines before them.
    func room(behind courses: [[Double]]) -> ClosedRange<Double> {
        let least = courses.joined().filter { $0 > 0 }.min()
        guard scale == .log, let least, least / 10 < room.upperBound else { return room }
        return (least / 10)...room.upperBound
    }

    /// Whether it ends no higher than it began, each taken over a twentieth of it.
    private static func learns(_ course: [Double]) -> Bool {
        let some = max(1, course.count / 20)
        return course.suffix(some).reduce(0, +) <= course.prefix(some).reduce(0, +)
    }
}
