/// The form of a dot; all of one radius cover about the same area.
public enum DotShape: String, CaseIterable, Sendable {
    case circle
    /// A circle whose inside is paper.
    case ring
    case square, diamond, triangle, cross

    /// - Parameters:
    ///   - radius: of the circle, in points.
    ///   - rim: around what is filled, of the paper's colour, so that dots on each other can be counted.
    func primitives(at centre: Point, radius: Double, color: Color, paper: Color, rim: Double = 0) -> [Primitive] {
        func corners(_ offsets: [(Double, Double)]) -> [Point] {
            offsets.map { Point(centre.x + $0.0 * radius, centre.y + $0.1 * radius) }
        }
        func filled(_ offsets: [(Double, Double)]) -> [Primitive] {
            let points = corners(offsets)
            let edge = Stroke(paper, width: 2 * rim)
            return (rim > 0 ? [.polyline(points + points.prefix(2), edge)] : []) + [.polygon(points, color)]
        }
        switch self {
        case .circle:
            let dot = Primitive.dot(centre, radius: radius, color)
            return rim > 0 ? [.dot(centre, radius: radius + rim, paper), dot] : [dot]
        case .ring:
            let width = max(radius * 0.45, 0.8)
            return [
                .dot(centre, radius: radius + rim, paper),
                .circle(centre, radius: radius - width / 2, Stroke(color, width: width)),
            ]
        case .square: return filled([(-0.886, -0.886), (0.886, -0.886), (0.886, 0.886), (-0.886, 0.886)])
        case .diamond: return filled([(0, -1.253), (1.253, 0), (0, 1.253), (-1.253, 0)])
        case .triangle: return filled([(0, -1.555), (1.347, 0.778), (-1.347, 0.778)])
        case .cross:
            let ends = corners([(-0.9, -0.9), (0.9, 0.9), (-0.9, 0.9), (0.9, -0.9)])
            return [
                .segments(
                    [.init(ends[0], ends[1]), .init(ends[2], ends[3])], Stroke(color, width: max(radius * 0.5, 0.8)))
            ]
        }
    }
}
