import Foundation
public import Sweeps

/// How values of the objective are written for people, and where they can lie.
public enum ObjectiveUnit: Hashable, Sendable {
    /// A share in 0...1, such as an accuracy, whose differences are spoken of in percentage points.
    case points
    /// A number that is never below 0 by its nature, such as a squared error or a time.
    case magnitude
    /// Any number.
    case plain

    /// How values of a metric of that kind are written.
    public init(_ unit: MetricDefinition.Unit) {
        self =
            switch unit {
            case .share: .points
            case .magnitude: .magnitude
            case .number: .plain
            }
    }

    /// Where values can lie at all; nil for anywhere.
    public var limits: ClosedRange<Double>? {
        switch self {
        case .points: 0...1
        case .magnitude: 0...(.infinity)
        case .plain: nil
        }
    }

    /// The interval without what no such value can be.
    public func bounded(_ interval: ConfidenceInterval) -> ConfidenceInterval {
        limits.map(interval.clamped) ?? interval
    }

    /// The interval of a difference of two such values, without what none can be.
    public func boundedDifference(_ interval: ConfidenceInterval) -> ConfidenceInterval {
        self == .points ? interval.clamped(to: -1...1) : interval
    }

    /// Whether it leaves out no difference that two such values can have.
    func isEveryDifference(_ interval: ConfidenceInterval) -> Bool {
        self == .points && interval.lower <= -1 && interval.upper >= 1
    }

    /// A difference with as many decimals as `margin`, half the width of its interval, makes worth writing: `1.8 points`;
    /// with more where it is not zero and would look like zero, or the margin is so wide that it would look like another.
    public func words(difference: Double, margin: Double) -> String {
        let value = scale * difference
        let margin = value == 0 ? scale * margin : min(scale * margin, 2 * abs(value))
        let digits = Self.text([value], margin: margin)[0]
        return digits + (self == .points ? digits == "1" ? " point" : " points" : "")
    }

    /// Both ends of an interval: `1.2…2.4`, with as many decimals as `margin`, by default half its width, makes worth
    /// writing, and with more where an end that is not zero would look like zero.
    public func words(_ interval: ConfidenceInterval, margin: Double? = nil) -> String {
        let margin = scale * (margin ?? (interval.upper - interval.lower) / 2)
        return Self.text([scale * interval.lower, scale * interval.upper], margin: margin).joined(separator: "…")
    }

    /// A value with as many decimals as `margin` makes worth writing: `97.1 %`, `0.083`.
    public func words(value: Double, margin: Double) -> String {
        digits(value, margin: margin) + (self == .points ? " %" : "")
    }

    /// The number alone, with as many decimals as `margin` makes worth writing: `97.1`, `0.083`, `1.3×10⁻⁵`.
    public func digits(_ value: Double, margin: Double) -> String {
        let (value, margin) = (scale * value, scale * margin)
        return Self.text(value, decimals: Self.decimals(for: margin, value: value), margin: margin, isShown: false)
    }

    private var scale: Double { self == .points ? 100 : 1 }

    /// Numbers below 10⁻⁴ that need more decimals than this are written with a power of ten, as those from 10⁶ up are.
    private static let mostDecimals = 4

    /// One digit of the margin, two where it begins with a 1; without a margin three digits of the value.
    private static func decimals(for margin: Double, value: Double) -> Int {
        min(300, max(0, place(for: margin, value: value)))
    }

    /// The place of the last digit worth writing, counted from the point to the right; left of it below 0.
    private static func place(for margin: Double, value: Double) -> Int {
        let size = margin.isFinite && margin > 0 ? margin : abs(value) / 100
        guard size > 0, size.isFinite else { return 1 }
        let exponent = log10(size).rounded(.down)
        let leading = size / pow(10, exponent)
        return Int(-exponent + (leading < 1.95 ? 1 : 0))
    }

    /// Whether a number that is not zero, but for rounding in what made it, is written as zero.
    private static func isLost(_ value: Double, decimals: Int, margin: Double) -> Bool {
        abs(value) > 1e-9 * margin && abs(value) < 0.5 * pow(10, -Double(decimals))
    }

    /// Numbers with one count of decimals, of which none that is not zero looks like zero.
    private static func text(_ values: [Double], margin: Double) -> [String] {
        let usual = values.map { decimals(for: margin, value: $0) }.max() ?? 0
        let enough = (usual...max(usual, mostDecimals)).first { decimals in
            values.allSatisfy { !isLost($0, decimals: decimals, margin: margin) }
        }
        return values.map { text($0, decimals: enough ?? usual, margin: margin, isShown: true) }
    }

    /// - Parameter isShown: whether a number that would look like zero is to be written with a power of ten.
    private static func text(_ value: Double, decimals: Int, margin: Double, isShown: Bool) -> String {
        guard value.isFinite else { return NumberWords.fixed(value, decimals: 0) }
        let exponent = value == 0 ? 0 : Int(log10(abs(value)).rounded(.down))
        if abs(value) >= NumberWords.large {
            return NumberWords.power(value, places: min(place(for: margin, value: value) + exponent, 12))
        }
        let isSmall = abs(value) < NumberWords.small && abs(value) > 1e-9 * margin
        let isLost = isLost(value, decimals: decimals, margin: margin)
        if isSmall, decimals > mostDecimals || isShown && isLost {
            return NumberWords.power(value, places: min(max(isLost ? 0 : 1, decimals + exponent), 12))
        }
        return NumberWords.fixed(decimals == 0 ? rounded(value, for: margin) : value, decimals: min(decimals, 12))
    }

    /// A whole number without the digits that a margin makes not worth writing, but with three at least: `181000` for
    /// 181043 ± 15265.
    private static func rounded(_ value: Double, for margin: Double) -> Double {
        guard margin > 0, abs(value) >= 1000 else { return value }
        let zeros = min(-place(for: margin, value: value), Int(log10(abs(value)).rounded(.down)) - 2)
        guard zeros > 0 else { return value }
        let unit = pow(10, Double(zeros))
        return (value / unit).rounded() * unit
    }
}
