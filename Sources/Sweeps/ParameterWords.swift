import Foundation
public import Settings

/// How the values of hyperparameters are written for people: fractions with four digits, `lr 0.06503`, and with more
/// where two that one hyperparameter has would otherwise look alike.
public struct ParameterWords: Hashable, Sendable {
    /// By name, the values that four digits do not tell apart.
    private var longer: [String: [SettingValue: String]] = [:]

    /// - Parameter settings: those of each configuration, by dotted name.
    public init(_ settings: some Sequence<[String: SettingValue]>) {
        var values: [String: Set<SettingValue>] = [:]
        for entries in settings {
            for case (let name, .double(let value)) in entries { values[name, default: []].insert(.double(value)) }
        }
        longer = values.mapValues(Self.longer).filter { !$0.value.isEmpty }
    }

    /// - Parameter values: all that the hyperparameter has.
    public init(_ values: some Sequence<SettingValue>, of name: String) {
        self.init(values.map { [name: $0] })
    }

    public func text(_ value: SettingValue, of name: String) -> String { longer[name]?[value] ?? value.words() }

    private static func longer(_ values: Set<SettingValue>) -> [SettingValue: String] {
        var longer: [SettingValue: String] = [:]
        var alike = groups(values, digits: SettingValue.usualDigits)
        for digits in SettingValue.usualDigits + 1..<SettingValue.mostDigits where !alike.isEmpty {
            for value in alike.joined() { longer[value] = value.words(digits: digits) }
            alike = alike.flatMap { groups($0, digits: digits) }
        }
        for value in alike.joined() { longer[value] = value.words(digits: SettingValue.mostDigits) }
        return longer
    }

    /// Those that look alike with so many digits.
    private static func groups(_ values: some Sequence<SettingValue>, digits: Int) -> [[SettingValue]] {
        Dictionary(grouping: values) { $0.words(digits: digits) }.values.filter { $0.count > 1 }
    }
}

extension SettingValue {
    /// The digits of fractions for people.
    public static let usualDigits = 4
    /// These tell any two fractions apart.
    fileprivate static let mostDigits = 17

    /// As in a sweep file, with all digits, exponents of numbers without leading zeros: `1e-5`.
    public var label: String {
        if case .double = self { description.replacing("e-0", with: "e-") } else { description }
    }

    /// As a person would write it in a sweep file, `1e-5`, fractions with so many digits.
    public func words(digits: Int = SettingValue.usualDigits) -> String {
        switch self {
        case .double(let value):
            let rounded = digits < Self.mostDigits ? Double(String(format: "%.*g", digits, value)) ?? value : value
            return SettingValue.number(rounded).label
        case .list(let values): return "[" + values.map { $0.words(digits: digits) }.joined(separator: ", ") + "]"
        default: return description
        }
    }
}
