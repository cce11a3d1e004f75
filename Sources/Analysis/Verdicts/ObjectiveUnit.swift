import Foundation

/// How values of the objective are written for people.
public enum ObjectiveUnit: Hashable, Sendable {
    /// A share in 0...1, such as an accuracy, whose differences are spoken of in percentage points.
    case points
    /// A number without a unit, such as a loss.
    case plain

    /// A difference with as many decimals as `margin`, half the width of its interval, makes worth writing: `1.8 points`.
    public func words(difference: Double, margin: Double) -> String {
        let unit = self == .points ? " point" + (isOne(difference, margin: margin) ? "" : "s") : ""
        return digits(difference, margin: margin) + unit
    }

    /// Both ends of an interval: `1.2…2.4`.
    public func words(_ interval: ConfidenceInterval) -> String {
        let margin = (interval.upper - interval.lower) / 2
        return digits(interval.lower, margin: margin) + "…" + digits(interval.upper, margin: margin)
    }

    /// A value with as many decimals as `margin` makes worth writing: `97.1 %`, `0.083`.
    public func words(value: Double, margin: Double) -> String {
        digits(value, margin: margin) + (self == .points ? " %" : "")
    }

    /// Where values can lie at all.
    public var limits: ClosedRange<Double>? { self == .points ? 0...1 : nil }

    /// The interval without what no share can be.
    public func bounded(_ interval: ConfidenceInterval) -> ConfidenceInterval {
        guard let limits else { return interval }
        return ConfidenceInterval(
            lower: max(limits.lowerBound, interval.lower), upper: min(limits.upperBound, interval.upper))
    }

    private func isOne(_ difference: Double, margin: Double) -> Bool {
        digits(difference, margin: margin).allSatisfy { "1.0".contains($0) } && abs(scale * difference - 1) < 0.5
            && !digits(difference, margin: margin).contains(".")
    }

    private var scale: Double { self == .points ? 100 : 1 }

    /// The number alone, with as many decimals as `margin` makes worth writing: `97.1`, `0.083`.
    public func digits(_ value: Double, margin: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "−∞" : "∞" }
        let text = String(format: "%.*f", decimals(for: scale * margin, value: scale * value), scale * value)
        guard text.hasPrefix("-") else { return text }
        let isZero = text.allSatisfy { "-0.".contains($0) }
        return (isZero ? "" : "−") + text.dropFirst()
    }

    /// One digit of the margin, two where it begins with a 1; without a margin three digits of the value.
    private func decimals(for margin: Double, value: Double) -> Int {
        let size = margin.isFinite && margin > 0 ? margin : abs(value) / 100
        guard size > 0 else { return 1 }
        let exponent = log10(size).rounded(.down)
        let leading = size / pow(10, exponent)
        return Int(min(12, max(0, -exponent + (leading < 1.95 ? 1 : 0))))
    }
}
