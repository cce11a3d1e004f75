import Charts
import Foundation

/// Numbers with just so many digits that those shown together can be told apart.
enum ValueText {
    /// - Parameters:
    ///   - span: from the least to the greatest that are shown together.
    ///   - more: digits beyond those.
    static func text(_ value: Double, span: Double, more: Int = 0) -> String {
        guard value.isFinite else { return "–" }
        let size = span > 0 && span.isFinite ? span : value.magnitude
        let exponent = size > 0 ? log10(size).rounded(.down) : 0
        guard exponent > -6, value.magnitude < 1e6 else { return scientific(value, span: size, more) }
        let decimals = Int(min(6, max(0, 1 - exponent))) + more
        return String(format: "%.\(decimals)f", value).replacing("-", with: "−")
    }

    /// So many digits that values which `differs` tells apart have different texts, as far as five will do.
    ///
    /// - Parameter span: as in `text`, or nil where each value has digits by its own size.
    static func texts(
        _ values: [Double], span: Double?, differs: (Double, Double) -> Bool
    ) -> [String] {
        func texts(_ more: Int) -> [String] {
            values.map { value in span.map { text(value, span: $0, more: more) } ?? significant(value, digits: 2 + more)
            }
        }
        func areTold(_ texts: [String]) -> Bool {
            Dictionary(grouping: values.indices) { texts[$0] }.values.allSatisfy { same in
                guard let least = same.min(by: { values[$0] < values[$1] }),
                    let greatest = same.max(by: { values[$0] < values[$1] })
                else { return true }
                return !differs(values[least], values[greatest])
            }
        }
        return (0...3).lazy.map(texts).first(where: areTold) ?? texts(3)
    }

    /// With so many digits that count: `0.0123`, `77039`, `3.7×10²¹`.
    static func significant(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : "–" }
        let exponent = log10(value.magnitude).rounded(.down)
        if exponent < -3 || exponent > 5 { return TypesetNumber.text(String(format: "%.\(digits - 1)e", value)) }
        let decimals = max(0, digits - 1 - Int(exponent))
        return String(format: "%.\(decimals)f", value).replacing("-", with: "−")
    }

    /// With two digits more than the values have in common: `4.89×10¹⁸`.
    private static func scientific(_ value: Double, span: Double, _ more: Int) -> String {
        guard value != 0 else { return "0" }
        let common = log10(value.magnitude).rounded(.down) - log10(span).rounded(.down)
        return TypesetNumber.text(String(format: "%.\(Int(min(8, max(1, common + 1))) + more)e", value))
    }
}
