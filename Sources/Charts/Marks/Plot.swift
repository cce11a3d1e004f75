/// The part of the page between the axes, with the scales that place values in it.
public struct Plot {
    public let area: Rectangle
    let x: Scale
    let y: Scale
    let typesetter: Typesetter
    /// How much wider strokes are drawn than marks say, on a page of this size.
    var strokeScale: Double { typesetter.theme.strokeScale }

    /// The place of a pair of values; nil where one of them has none.
    ///
    /// Far outside it is moved to ten times the area's size: no canvas draws lines of 10^300 points.
    func point(_ xValue: Double, _ yValue: Double) -> Point? {
        guard let across = x.position(xValue), let up = y.position(yValue) else { return nil }
        return Point(
            area.left + min(max(across, -10), 11) * area.width, area.bottom - min(max(up, -10), 11) * area.height)
    }

    /// The place of a value along `direction`, `position` being that along the other; nil where one has none.
    func point(_ value: Double, at position: Double, _ direction: Direction) -> Point? {
        direction == .horizontal ? point(value, position) : point(position, value)
    }

    /// The value nearest to `value` along `direction` that has a place: on a logarithmic axis its lower end, for what
    /// is not above 0.
    func shown(_ value: Double, _ direction: Direction) -> Double {
        let scale = direction == .horizontal ? x : y
        return scale.position(value) == nil && value <= 0 ? scale.lower : value
    }

    /// The area between two pairs of values; nil where one of them has no place.
    func rectangle(_ one: Point?, _ other: Point?) -> Rectangle? {
        guard let one, let other else { return nil }
        return Rectangle(
            left: min(one.x, other.x), top: min(one.y, other.y), width: abs(other.x - one.x),
            height: abs(other.y - one.y))
    }

    /// The points that have a place, in order.
    func points(x: [Double], y: [Double]) -> [Point] { zip(x, y).compactMap(point) }

    /// The points in order, cut where one has no place.
    func pieces(x: [Double], y: [Double]) -> [[Point]] {
        var pieces: [[Point]] = []
        var piece: [Point] = []
        for (xValue, yValue) in zip(x, y) {
            if let point = point(xValue, yValue) {
                piece.append(point)
            } else if !piece.isEmpty {
                pieces.append(piece)
                piece = []
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }
}
