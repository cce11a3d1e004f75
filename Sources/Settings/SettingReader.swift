/// Reads the entries of one mapping by name, each with its default and its rule, and refuses entries nobody asked for.
///
/// Every kind of optimizer, schedule, loss or augmentation reads its own options with it:
///
///     momentum = try reader.number("momentum", default: 0, .fraction)
///     nesterov = try reader.bool("nesterov", default: false)
///     try reader.finish()
public struct SettingReader: Sendable {
    /// The dotted path of the mapping, for messages; empty at the top.
    public let path: String
    private let entries: [String: SettingValue]
    /// Asked for so far; a list, since a set of so few names costs more than it saves.
    private var known: [String] = []
    private let record: SettingRecord?

    /// - Parameter record: hears of all that is read, with the defaults; also of nested mappings.
    public init(_ entries: [String: SettingValue], path: String = "", record: SettingRecord? = nil) {
        self.entries = entries
        self.path = path
        self.record = record
    }

    /// The value as written; nil where there is none.
    public mutating func value(_ name: String) -> SettingValue? {
        known.append(name)
        let value = entries[name]
        if let record {
            switch value {
            // Its entries are read one by one.
            case .mapping: break
            // At the top there is nothing that it could depend on whether a setting exists.
            case nil: if path.isEmpty { record.note(joined(name), .string(SettingRecord.none)) }
            case let value?: record.note(joined(name), value)
            }
        }
        return value
    }

    /// The value as written, or `fallback`, which the entry then stands for.
    public mutating func value(_ name: String, default fallback: SettingValue) -> SettingValue {
        value(name) ?? assuming(name, fallback) { fallback }
    }

    /// What an entry that is not written stands for.
    public func assume(_ name: String, _ value: SettingValue) { record?.note(joined(name), value) }

    private func assuming<Value>(_ name: String, _ value: SettingValue, _ make: () -> Value) -> Value {
        assume(name, value)
        return make()
    }

    public mutating func number(_ name: String, _ rule: NumberRule = .any) throws(SettingError) -> Double? {
        guard let value = value(name) else { return nil }
        guard let number = value.number, rule.allows(number) else { throw error(name, value, rule.words) }
        return try fitting(number, name, value)
    }

    public mutating func number(
        _ name: String, default fallback: Double, _ rule: NumberRule = .any
    ) throws(SettingError) -> Double {
        try number(name, rule) ?? assuming(name, .number(fallback)) { fallback }
    }

    public mutating func wholeNumber(_ name: String, atLeast least: Int) throws(SettingError) -> Int? {
        guard let value = value(name) else { return nil }
        guard case .int(let number) = value, number >= least else {
            throw error(name, value, "it must be a whole number of at least \(least)")
        }
        return number
    }

    public mutating func wholeNumber(
        _ name: String, default fallback: Int, atLeast least: Int
    ) throws(SettingError) -> Int {
        try wholeNumber(name, atLeast: least) ?? assuming(name, .int(fallback)) { fallback }
    }

    public mutating func bool(_ name: String, default fallback: Bool) throws(SettingError) -> Bool {
        let value = value(name, default: .bool(fallback))
        guard case .bool(let bool) = value else { throw error(name, value, "it must be true or false") }
        return bool
    }

    public mutating func text(_ name: String) throws(SettingError) -> String? {
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else { throw error(name, value, "it must be text") }
        return text
    }

    public mutating func text(_ name: String, default fallback: String) throws(SettingError) -> String {
        try text(name) ?? assuming(name, .string(fallback)) { fallback }
    }

    /// One of the cases of `Choice`, by its raw value.
    public mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, default fallback: Choice
    ) throws(SettingError) -> Choice {
        let value = value(name, default: .string(fallback.rawValue))
        guard case .string(let text) = value else {
            throw error(name, value, "it must be a single name: \(Choice.names.joined(separator: ", "))")
        }
        guard let choice = Choice(rawValue: text) else {
            throw error(name, value, SettingError.unknown("choice", text, among: Choice.names))
        }
        return choice
    }

    /// A list of numbers, each by `rule`.
    public mutating func numbers(_ name: String, _ rule: NumberRule = .any) throws(SettingError) -> [Double]? {
        guard let value = value(name) else { return nil }
        guard case .list(let elements) = value else { throw error(name, value, "it must be a list of numbers") }
        var numbers: [Double] = []
        for (index, element) in elements.enumerated() {
            guard let number = element.number, rule.allows(number) else {
                throw error("\(name)[\(index)]", element, rule.words)
            }
            numbers.append(number)
        }
        return numbers
    }

    /// The entries of a nested mapping; a name alone counts as `{name: …}`.
    public mutating func mapping(_ name: String) throws(SettingError) -> SettingReader? {
        guard let value = value(name) else { return nil }
        guard let entries = value.asMapping else { throw error(name, value, "it must be a name or a mapping") }
        return SettingReader(entries, path: joined(name), record: record)
    }

    /// The same of a name alone where nothing is written.
    public mutating func mapping(_ name: String, default fallback: String) throws(SettingError) -> SettingReader {
        try mapping(name) ?? SettingReader(["name": .string(fallback)], path: joined(name), record: record)
    }

    /// The entries of a nested mapping of which no part goes by a name alone.
    ///
    /// - Parameter example: how it is written, as `{metric: dev_loss}`.
    public mutating func options(_ name: String, example: String) throws(SettingError) -> SettingReader? {
        guard let value = value(name) else { return nil }
        guard case .mapping(let entries) = value else {
            throw error(name, value, "it must be a mapping, such as \(example)")
        }
        return SettingReader(entries, path: joined(name), record: record)
    }

    /// The number, unless float32, which trainings compute in, would make 0 or infinity of it.
    private func fitting(_ number: Double, _ name: String, _ value: SettingValue) throws(SettingError) -> Double {
        let range = Double(Float.leastNormalMagnitude)...Double(Float.greatestFiniteMagnitude)
        guard number == 0 || range.contains(number.magnitude) else {
            throw error(name, value, "float32 must hold it: its magnitude must be 0 or in 1.2e-38...3.4e38")
        }
        return number
    }

    /// An error about the entry `name` of this mapping.
    public func error(_ name: String, _ value: SettingValue?, _ rule: String) -> SettingError {
        SettingError(path: joined(name), value: value, rule: rule)
    }

    /// Refuses the first entry, by name, that was never asked for.
    public func finish() throws(SettingError) {
        if let unknown = entries.keys.filter({ !known.contains($0) }).min() {
            throw .unknownName(joined(unknown), known: Set(known))
        }
    }

    private func joined(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}

extension CaseIterable where Self: RawRepresentable<String> {
    /// The names of all cases, in their order.
    public static var names: [String] { allCases.map(\.rawValue) }
}
