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

    /// `betas`, two numbers in 0..<1; (0.9, 0.999) where they are not written.
    mutating func betas() throws(SettingError) -> (Double, Double) {
        try pair("betas", default: (0.9, 0.999), .fraction)
    }

    /// A list of two numbers.
    mutating func pair(
        _ name: String, default fallback: (Double, Double), _ rule: NumberRule
    ) throws(SettingError) -> (Double, Double) {
        guard let numbers = try numbers(name, rule) else {
            assume(name, .list([.number(fallback.0), .number(fallback.1)]))
            return fallback
        }
        guard numbers.count == 2 else { throw error(name, value(name), "it must be a list of two numbers") }
        return (numbers[0], numbers[1])
    }

    /// A list of epochs or steps, whole numbers of at least 0, each greater than the one before.
    mutating func requiredTimes(_ name: String) throws(SettingError) -> [Int] {
        let rule = "it must be a list of whole numbers of at least 0, each greater than the one before"
        guard let numbers = try numbers(name, .notNegative) else { throw error(name, nil, "it is missing; \(rule)") }
        var times: [Int] = []
        for number in numbers {
            guard let time = Int(exactly: number), time > times.last ?? -1 else { throw error(name, value(name), rule) }
            times.append(time)
        }
        return times
    }
}
