/// Which numbers a setting allows.
public enum NumberRule: Hashable, Sendable {
    case any
    case positive
    case notNegative
    /// In 0..<1.
    case fraction
    case atLeast(Double)
    case between(Double, and: Double)

    public func allows(_ number: Double) -> Bool {
        switch self {
        case .any: number.isFinite
        case .positive: number > 0 && number.isFinite
        case .notNegative: number >= 0 && number.isFinite
        case .fraction: number >= 0 && number < 1
        case .atLeast(let least): number >= least && number.isFinite
        case .between(let least, let most): number >= least && number <= most
        }
    }

    /// A clause that says the rule.
    public var words: String {
        switch self {
        case .any: "it must be a number"
        case .positive: "it must be a number above 0"
        case .notNegative: "it must be a number of at least 0"
        case .fraction: "it must be in 0..<1"
        case .atLeast(let least): "it must be at least \(SettingValue.number(least))"
        case .between(let least, let most):
            "it must be between \(SettingValue.number(least)) and \(SettingValue.number(most))"
        }
    }
}
