import Settings

/// Each reads the node as one kind of value, or says what the setting at `path` must be.
extension YAMLNode {
    /// Text, or any other scalar as it was written: a name may be `2024`.
    func text(_ path: String) throws(SweepFileError.Problem) -> String {
        guard case .scalar(let scalar) = content, scalar.value != .null else { throw problem(path, "it must be text") }
        return scalar.text
    }

    /// For each whole number in it, in its order and by sorted keys, whether it is written as a decimal.
    var decimalPlaces: [Bool] {
        switch content {
        case .scalar(let scalar): if case .int = scalar.value { [scalar.isDecimal] } else { [] }
        case .list(let elements): elements.flatMap(\.decimalPlaces)
        case .mapping(let entries): entries.sorted { $0.key < $1.key }.flatMap(\.value.decimalPlaces)
        }
    }

    func number(_ path: String, _ rule: NumberRule = .any) throws(SweepFileError.Problem) -> Double {
        guard let number = value.number, rule.allows(number) else { throw problem(path, rule.words) }
        return number
    }

    func wholeNumber(_ path: String, in range: ClosedRange<Int>) throws(SweepFileError.Problem) -> Int {
        guard case .int(let number) = value, range.contains(number) else {
            let bounds =
                switch (range.lowerBound, range.upperBound) {
                case (.min, .max): ""
                case (let least, .max): " of at least \(least)"
                case (let least, let most): " from \(least) to \(most)"
                }
            throw problem(path, "it must be a whole number\(bounds)")
        }
        return number
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ path: String, of choices: Choice.Type
    ) throws(SweepFileError.Problem) -> Choice {
        guard let text = value.text, let choice = Choice(rawValue: text) else {
            throw problem(path, SettingError.unknown("choice", value.description, among: choices.names))
        }
        return choice
    }

    func list(_ path: String, of what: String) throws(SweepFileError.Problem) -> [YAMLNode] {
        guard case .list(let elements) = content else { throw problem(path, "it must be a list of \(what)") }
        return elements
    }

    /// Its entries; none where nothing is written after the key.
    func entries(_ path: String, of what: String) throws(SweepFileError.Problem) -> [Entry] {
        switch content {
        case .mapping(let entries): return entries
        case .scalar where isNull: return []
        default: throw problem(path, "it must be a mapping of \(what)")
        }
    }
}
