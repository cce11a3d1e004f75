import Foundation

/// A colour by its sRGB parts, each in 0...1.
public struct Color: Hashable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double
    /// 0: invisible, 1: covers what is beneath.
    public var opacity: Double

    /// - Parameter hex: as on the web, `0xRRGGBB`.
    public init(hex: UInt32, opacity: Double = 1) {
        red = Double(hex >> 16 & 0xFF) / 255
        green = Double(hex >> 8 & 0xFF) / 255
        blue = Double(hex & 0xFF) / 255
        self.opacity = opacity
    }

    public func withOpacity(_ opacity: Double) -> Color {
        var color = self
        color.opacity = opacity
        return color
    }

    /// The colour with `part` (0...1) of `other` in it.
    public func mixed(with other: Color, part: Double) -> Color {
        var color = self
        color.red += (other.red - red) * part
        color.green += (other.green - green) * part
        color.blue += (other.blue - blue) * part
        return color
    }

    /// Whether people can see a difference to `other` where both fill cells: more than about a hundredth.
    public func isTold(from other: Color) -> Bool {
        max(abs(red - other.red), abs(green - other.green), abs(blue - other.blue)) > 0.012
    }

    /// The contrast to `other`, from 1 (none) to 21; WCAG 2.2, "contrast ratio".
    public func contrast(to other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The colour moved towards `ink` just so far that text in it can be read on `paper` (contrast ≥ 4.5).
    public func legible(on paper: Color, ink: Color) -> Color {
        for step in 0..<10 {
            let candidate = mixed(with: ink, part: Double(step) / 10)
            if candidate.contrast(to: paper) >= 4.5 { return candidate }
        }
        return ink
    }

    private var luminance: Double {
        func linear(_ part: Double) -> Double {
            part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

extension Color: CustomStringConvertible {
    /// `#0072b2`, with ` 20%` after it where it is not opaque.
    public var description: String {
        let digits = [red, green, blue].map { part in
            let hex = String(Int((min(max(part, 0), 1) * 255).rounded()), radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }
        return "#" + digits.joined() + (opacity < 1 ? " \(Int((max(opacity, 0) * 100).rounded()))%" : "")
    }
}
