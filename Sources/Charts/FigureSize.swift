import Foundation

/// The size of a page in inches, each side in 2...100.
public struct FigureSize: Hashable, Sendable {
    public let width: Double
    public let height: Double
    /// Whether the page may be higher than that, where names, keys and panels would leave its plots too little: nobody
    /// asked for the height.
    public let mayGrow: Bool

    /// Across a page of a paper.
    public static let standard = FigureSize(inches: 7.2, 4.5, mayGrow: true)

    private init(inches width: Double, _ height: Double, mayGrow: Bool = false) {
        self.width = width
        self.height = height
        self.mayGrow = mayGrow
    }

    /// Inches, or with a unit after it centimetres or millimetres: `7.2x4.5`, `18x11cm`, `180x110mm`.
    public init(_ text: String) throws(ChartError) {
        let units = [("cm", 2.54), ("mm", 25.4), ("in", 1)]
        let unit = units.first { text.lowercased().hasSuffix($0.0) }
        let number = text.dropLast(unit == nil ? 0 : 2)
        let sides = number.split(separator: "x", omittingEmptySubsequences: false).map { side in
            Double(side.trimmingCharacters(in: .whitespaces)).map { $0 / (unit?.1 ?? 1) }
        }
        guard sides.count == 2, let width = sides[0], let height = sides[1] else { throw .badSize(text) }
        guard (2...100).contains(width), (2...100).contains(height) else { throw .badSize(text) }
        self.init(inches: width, height)
    }

    /// The page in points.
    var page: Rectangle { Rectangle(left: 0, top: 0, width: width * 72, height: height * 72) }
}

extension FigureSize: CustomStringConvertible {
    /// In inches: `7.2x4.5`.
    public var description: String {
        func side(_ inches: Double) -> String { String(format: "%.3g", inches) }
        return "\(side(width))x\(side(height))"
    }
}
