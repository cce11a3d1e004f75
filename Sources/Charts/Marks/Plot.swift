/// The part of the page between the axes, with the scales that place values in it.
public struct Plot: Sendable {
    public let area: Rectangle
    let x: Scale
    let y: Scale
    /// How much wider strokes are drawn than marks say, on a page of this size.
    var strokeScale = 1.0

    /// The place of a pair of values; nil where one of them has none.
    ///
    /// Far outside it is moved to ten times the area's size: no canvas draws lines of 10^300 points.
    func point(_ xValue: Double, _ yValue: Double) -> Point? {
        guard let across = x.position(xValue), let up = y.position(yValue) else { return nil }
        return Point(
            area.left + min(max(across, -10), 11) * area.width, area.bottom - min(max(up, -10), 11) * area.height)
    }

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
