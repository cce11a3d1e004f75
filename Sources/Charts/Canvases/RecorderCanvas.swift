import Foundation

/// A canvas that writes down what is drawn on it: one line per primitive, coordinates to a tenth of a point.
///
/// Its letters are all 0.55 of the text's size wide (bold: 0.6), so that a record depends on no font.
public struct RecorderCanvas: Canvas {
    public private(set) var lines: [String] = []
    private var indent = ""

    public init() {}

    /// All lines, each ended by a newline.
    public var text: String { lines.map { $0 + "\n" }.joined() }

    public func width(of text: Text) -> Double {
        text.runs.reduce(0) { sum, run in
            sum + Double(run.string.count) * text.size * (text.isBold ? 0.6 : 0.55) * (run.isRaised ? 0.7 : 1)
        }
    }

    public mutating func draw(_ primitive: Primitive) {
        switch primitive {
        case .rectangle(let rectangle, let color):
            add("rectangle \(record(rectangle)) \(color)")
        case .gradient(let rectangle, let colors):
            add("gradient \(record(rectangle)) " + colors.map(\.description).joined(separator: " "))
        case .polyline(let points, let stroke):
            add("line \(record(stroke)): \(record(points))")
        case .polygon(let points, let color):
            add("area \(color): \(record(points))")
        case .dot(let centre, let radius, let color):
            add("dot \(record(centre)) radius \(record(radius)) \(color)")
        case .circle(let centre, let radius, let stroke):
            add("circle \(record(centre)) radius \(record(radius)) \(record(stroke))")
        case .segments(let segments, let stroke):
            add(
                "segments \(record(stroke)): "
                    + segments.map { "\(record($0.start))–\(record($0.end))" }.joined(separator: " "))
        case .text(let text, let place):
            add(
                "text “\(text.plain)” \(record(place.origin)) \(place.alignment.rawValue)"
                    + (place.isUpright ? " upright" : "") + " size \(record(text.size))"
                    + (text.isBold ? " bold" : "") + " \(text.color)")
        case .clipped(let rectangle, let primitives):
            add("inside \(record(rectangle)):")
            indent += "  "
            for primitive in primitives { draw(primitive) }
            indent.removeLast(2)
        }
    }

    private mutating func add(_ line: String) { lines.append(indent + line) }

    private func record(_ number: Double) -> String {
        let text = String(format: "%.1f", number)
        if text == "-0.0" { return "0" }
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private func record(_ point: Point) -> String { "\(record(point.x)),\(record(point.y))" }

    private func record(_ points: [Point]) -> String { points.map(record).joined(separator: " ") }

    private func record(_ rectangle: Rectangle) -> String {
        "\(record(rectangle.left)),\(record(rectangle.top)) \(record(rectangle.width))×\(record(rectangle.height))"
    }

    private func record(_ stroke: Stroke) -> String {
        "\(stroke.color) \(record(stroke.width))" + (stroke.dash == .solid ? "" : " \(stroke.dash.rawValue)")
    }
}
