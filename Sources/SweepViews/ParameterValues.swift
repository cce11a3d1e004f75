public import Settings
public import Sweeps

/// The values that one hyperparameter has in a sweep, in the order in which a person would list them: numbers
/// ascending, then others as they first come, then its absence.
public struct ParameterValues: Hashable, Sendable {
    public let name: String
    /// nil: some configurations do not have it.
    public let values: [SettingValue?]
    private let places: [SettingValue?: Int]

    public init(of name: String, in configurations: some Sequence<Configuration>) {
        var seen: Set<SettingValue?> = []
        let found = configurations.map { Self.value(of: name, in: $0) }.filter { seen.insert($0).inserted }
        let numbers = found.filter { $0?.number != nil }
        let sorted = numbers.sorted { ($0?.number ?? 0) < ($1?.number ?? 0) }
        values = sorted + found.filter { $0 != nil && $0?.number == nil } + found.filter { $0 == nil }
        self.name = name
        places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0.element, $0.offset) })
    }

    /// The place among `values`; nil for a value that is not among them.
    public func index(of configuration: Configuration) -> Int? { places[Self.value(of: name, in: configuration)] }

    /// All values if they are numbers; nil otherwise.
    public var numbers: [Double]? {
        let numbers = values.compactMap { $0?.number }
        return numbers.count == values.count && numbers.allSatisfy(\.isFinite) ? numbers : nil
    }

    /// Each value as people read it.
    public var labels: [String] {
        let words = ParameterWords(values.compactMap(\.self), of: name)
        return values.map { value in value.map { words.text($0, of: name) } ?? "none" }
    }

    /// Each value, with all digits, and with the parameter's name where that is needed: `lr 0.1`, but `adam`.
    public var fullLabels: [String] {
        values.map { value in
            guard let value else { return "without \(name)" }
            return value.text == nil ? "\(name) \(value.label)" : value.label
        }
    }

    public static func value(of name: String, in configuration: Configuration) -> SettingValue? {
        switch configuration[name] {
        // A mapping with a name counts as that name.
        case .mapping(let entries)?: entries["name"] ?? .mapping(entries)
        case let value: value
        }
    }
}
