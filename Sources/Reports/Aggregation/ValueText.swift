import Foundation

/// Numbers with just so many digits that those shown together can be told apart.
enum ValueText {
    /// - Parameter span: from the least to the greatest that are shown together.
    static func text(_ value: Double, span: Double) -> String {
        guard value.isFinite else { return "–" }
        let size = span > 0 && span.isFinite ? span : value.magnitude
        let exponent = size > 0 ? log10(size).rounded(.down) : 0
        guard exponent > -6, value.magnitude < 1e6 else { return short(value) }
        let decimals = Int(min(6, max(0, 1 - exponent)))
        return String(format: "%.\(decimals)f", value).replacing("-", with: "−")
    }

    /// Three digits, as people write settings: `0.001`, `1e-5`.
    static func short(_ value: Double) -> String {
        String(format: "%.3g", value).replacing("e-0", with: "e-").replacing("e+0", with: "e").replacing(
            "e+", with: "e")
    }
}
