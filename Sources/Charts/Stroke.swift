/// How a line is drawn.
public struct Stroke: Hashable, Sendable {
    public var color: Color
    /// In points.
    public var width: Double
    public var dash: Dash

    public init(_ color: Color, width: Double, dash: Dash = .solid) {
        self.color = color
        self.width = width
        self.dash = dash
    }

    func scaled(by factor: Double) -> Stroke {
        Stroke(color, width: width * factor, dash: dash)
    }
}

/// The rhythm of a line, from the plainest to the busiest.
public enum Dash: String, CaseIterable, Sendable {
    case solid, dashed, dotted, dashDotted, longDashed

    /// Lengths of stroke and gap in turn, as multiples of the line's width; empty for a solid line.
    var pattern: [Double] {
        switch self {
        case .solid: []
        case .dashed: [3.2, 2]
        case .dotted: [1, 1.6]
        case .dashDotted: [4.5, 1.8, 1, 1.8]
        case .longDashed: [7, 2.2]
        }
    }
}
