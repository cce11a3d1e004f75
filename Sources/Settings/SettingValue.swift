/// One value that a person may write for a setting: what YAML and JSON can say, with whole numbers in one form.
///
/// `1` and `1.0` are the same value (`.int(1)`), so that equal configurations are recognized however they are written.
public enum SettingValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// Never a whole number of magnitude below 2⁵³; make numbers with `number(_:)`.
    case double(Double)
    case string(String)
    case list([SettingValue])
    case mapping([String: SettingValue])

    /// The value of a number, whole numbers as `.int`.
    public static func number(_ value: Double) -> SettingValue {
        if value.rounded() == value, abs(value) < 0x1p53 { return .int(Int(value)) }
        return .double(value)
    }

    /// The number, if it is one.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The entries of a mapping; a name alone counts as `{name: …}`, which is how `optimizer: adam` is meant.
    public var asMapping: [String: SettingValue]? {
        switch self {
        case .mapping(let entries): entries
        case .string: ["name": self]
        default: nil
        }
    }
}

extension SettingValue: CustomStringConvertible {
    /// As a person would write it in a sweep file: `adam`, `0.001`, `[0.9, 0.99]`, `{name: step, gamma: 0.5}`.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .double(let value): String(describing: value)
        case .string(let text): text
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.inOrder.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
        }
    }
}

extension [String: SettingValue] {
    /// The entries by name, with `name` itself first, since it says what the others belong to.
    var inOrder: [(key: String, value: SettingValue)] {
        sorted { ($0.key == "name" ? 0 : 1, $0.key) < ($1.key == "name" ? 0 : 1, $1.key) }
    }
}
