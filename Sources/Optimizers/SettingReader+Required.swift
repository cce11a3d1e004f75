import Settings

extension SettingReader {
    /// A number without a default.
    mutating func required(_ name: String, _ rule: NumberRule) throws(SettingError) -> Double {
        guard let number = try number(name, rule) else {
            throw error(name, nil, "it is missing; \(rule.words)")
        }
        return number
    }

    /// A whole number without a default.
    mutating func requiredWholeNumber(_ name: String, atLeast least: Int) throws(SettingError) -> Int {
        guard let number = try wholeNumber(name, atLeast: least) else {
            throw error(name, nil, "it is missing; it must be a whole number of at least \(least)")
        }
        return number
    }
}
