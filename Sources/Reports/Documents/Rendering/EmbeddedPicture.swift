public import Charts
import Foundation

/// A figure as addresses that hold the picture itself.
public struct EmbeddedPicture: Hashable, Sendable {
    /// More bytes than this of lines are a picture of dots instead, which has a bound.
    public static let mostVectorBytes = 250_000
    static let resolution = 160.0

    public let light: String
    /// The same for dark pages; nil where there is only one.
    public let dark: String?
    /// In pixels of the page.
    public let width: Int
    public let height: Int

    /// - Throws: `ChartError`.
    public init(_ figure: Figure, dark: Figure? = nil) throws(ChartError) {
        light = try Self.address(of: figure)
        if let dark { self.dark = try Self.address(of: dark) } else { self.dark = nil }
        width = Int((figure.size.width * 96).rounded())
        height = Int((figure.size.height * 96).rounded())
    }

    /// SVG is sharp at any size and in print, but grows with the data.
    private static func address(of figure: Figure) throws(ChartError) -> String {
        let lines = try figure.encoded(as: .svg)
        if lines.count <= mostVectorBytes { return "data:image/svg+xml;base64," + Data(lines).base64EncodedString() }
        let dots = try figure.encoded(as: .png, resolution: resolution)
        return "data:image/png;base64," + Data(dots).base64EncodedString()
    }
}
