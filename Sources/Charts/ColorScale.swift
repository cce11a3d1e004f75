import Foundation

/// Colours for values: from near the paper for the least to far from it for the greatest, or the other way round, in
/// even steps of lightness.
///
/// A path of our own through B. Ottosson, "A perceptual color space for image processing", 2020 (Oklab): from yellow
/// over green and blue to violet, its lightness falling on light paper and rising on dark, so that it also tells values
/// apart in grey and for people with any kind of colour vision.
public struct ColorScale: Hashable, Sendable {
    let scale: Scale
    private let isOnDark: Bool
    /// Whether the least value is the one that is farthest from the paper.
    private let isReversed: Bool
    /// How far along the colours the palest one lies, 0…1.
    private let palest: Double
    /// For values that have no place on the scale.
    let missing: Color

    /// - Parameters:
    ///   - domain: the values with the first and the last colour; those beyond have the nearer of the two. A domain
    ///     without length, or not positive on a logarithmic scale, is widened to one that can be shown.
    ///   - kind: whether equal steps are of the value or of its logarithm.
    ///   - isReversed: whether the least value is to be the one that stands out.
    ///   - isForLines: whether the palest colours are left out, in which a thin line would be lost.
    public init(
        domain: ClosedRange<Double>, kind: ScaleKind = .linear, isReversed: Bool = false, isForLines: Bool = false,
        theme: Theme
    ) {
        var range = DataRange(scale: kind)
        range.include([domain.lowerBound, domain.upperBound])
        scale = Scale(Axis("", scale: kind), showing: range, padding: 0)
        isOnDark = theme.paper.contrast(to: Color(hex: 0)) < theme.ink.contrast(to: Color(hex: 0))
        missing = theme.minorGrid
        self.isReversed = isReversed
        palest = isForLines ? 0.25 : 0
    }

    public func color(of value: Double) -> Color {
        guard let position = scale.position(value) else { return missing }
        return color(at: min(max(position, 0), 1))
    }

    /// - Parameter part: 0 at the lower end, 1 at the upper.
    func color(at part: Double) -> Color {
        let part = palest + (1 - palest) * (isReversed ? 1 - part : part)
        let lightness = isOnDark ? 0.3 + 0.64 * part : 0.95 - 0.64 * part
        let depth = isOnDark ? 1 - part : part
        let hue = (108 + 182 * depth) * Double.pi / 180
        // The greatest chroma that a screen can show, at most `wanted`.
        let wanted = 0.07 + 0.09 * depth
        for step in 0..<20 {
            let chroma = wanted * (1 - Double(step) / 20)
            if let color = Self.color(lightness, chroma * cos(hue), chroma * sin(hue)) { return color }
        }
        return Self.color(lightness, 0, 0) ?? missing
    }

    /// Oklab's lightness, a and b as sRGB; nil for what screens cannot show.
    private static func color(_ lightness: Double, _ a: Double, _ b: Double) -> Color? {
        let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let medium = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        let parts = [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ]
        guard parts.allSatisfy({ (-1e-6...1 + 1e-6).contains($0) }) else { return nil }
        func encoded(_ part: Double) -> Double {
            let part = min(max(part, 0), 1)
            return part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055
        }
        var color = Color(hex: 0)
        color.red = encoded(parts[0])
        color.green = encoded(parts[1])
        color.blue = encoded(parts[2])
        return color
    }
}
