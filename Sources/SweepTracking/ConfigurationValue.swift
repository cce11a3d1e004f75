/// A value of a trial's configuration.
public enum ConfigurationValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([ConfigurationValue])
    case mapping([String: ConfigurationValue])

    /// A number of either kind; nil for anything else.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// A whole number; nil for anything else.
    public var int: Int? {
        switch self {
        case .int(let value): value
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }

    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var text: String? { if case .string(let value) = self { value } else { nil } }
    public var list: [ConfigurationValue]? { if case .list(let values) = self { values } else { nil } }

    /// A value inside a mapping; nil for anything else.
    public subscript(_ key: String) -> ConfigurationValue? {
        if case .mapping(let entries) = self { entries[key] } else { nil }
    }
}

extension ConfigurationValue: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .double(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let values = try? container.decode([ConfigurationValue].self) {
            self = .list(values)
        } else {
            self = .mapping(try container.decode([String: ConfigurationValue].self))
        }
    }
}
