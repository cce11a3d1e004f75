import Charts
import Foundation

/// Numbers with just so many digits that those shown together can be told apart.
enum ValueText {
    /// - Parameter span: from the least to the greatest that are shown together.
    static func text(_ value: Double, span: Double) -> String {
        guard value.isFinite else { return "–" }
        let size = span > 0 && span.isFinite ? span : value.magnitude
        let exponent = size > 0 ? log10(size).rounded(.down) : 0
        guard exponent > -6, value.magnitude < 1e6 else { return scientific(value, span: size) }
        let decimals = Int(min(6, max(0, 1 - exponent)))
        return String(format: "%.\(decimals)f", value).replacing("-", with: "−")
    }

    /// With two digits more than the values have in common: `4.89×10¹⁸`.
    private static func scientific(_ value: Double, span: Double) -> String {
        guard value != 0 else { return "0" }
        let common = log10(value.magnitude).rounded(.down) - log10(span).rounded(.down)
        return TypesetNumber.text(String(format: "%.\(Int(min(8, max(1, common + 1))))e", value))
    }
}
