/// Settings written in Swift as they are in a sweep file: `["name": "sgd", "momentum": 0.9, "nesterov": true]`.
extension SettingValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: SettingValue...) { self = .list(elements) }

    /// No two entries may have the same name.
    public init(dictionaryLiteral entries: (String, SettingValue)...) {
        self = .mapping([String: SettingValue](uniqueKeysWithValues: entries))
    }
}
