import Analysis
import Charts
import Settings
import Sweeps

/// The values that one hyperparameter has in a sweep, in the order in which a person would list them: numbers
/// ascending, then others as they first come, then its absence.
struct ParameterValues: Hashable, Sendable {
    let name: String
    /// nil: some configurations do not have it.
    let values: [SettingValue?]
    private let places: [SettingValue?: Int]

    init(of name: String, in configurations: some Sequence<Configuration>) {
        var seen: Set<SettingValue?> = []
        let found = configurations.map { Self.value(of: name, in: $0) }.filter { seen.insert($0).inserted }
        let numbers = found.filter { $0?.number != nil }
        let sorted = numbers.sorted { ($0?.number ?? 0) < ($1?.number ?? 0) }
        values = sorted + found.filter { $0 != nil && $0?.number == nil } + found.filter { $0 == nil }
        self.name = name
        places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0.element, $0.offset) })
    }

    /// The place among `values`; nil for a value that is not among them.
    func index(of configuration: Configuration) -> Int? { places[Self.value(of: name, in: configuration)] }

    /// All values if they are numbers; nil otherwise.
    var numbers: [Double]? {
        let numbers = values.compactMap { $0?.number }
        return numbers.count == values.count && numbers.allSatisfy(\.isFinite) ? numbers : nil
    }

    /// Each value as people write it.
    var labels: [String] { values.map { $0.map(\.label) ?? "none" } }

    /// Each value with the parameter's name where that is needed: `lr 0.1`, but `adam`.
    var fullLabels: [String] {
        values.map { value in
            guard let value else { return "without \(name)" }
            return value.text == nil ? "\(name) \(value.label)" : value.label
        }
    }

    /// As `fullLabels`, with numbers as type sets them.
    var words: [String] {
        zip(values, fullLabels).map { value, label in
            guard let value, value.text == nil else { return label }
            return "\(name) \(TypesetNumber.text(value.label))"
        }
    }

    static func value(of name: String, in configuration: Configuration) -> SettingValue? {
        switch configuration[name] {
        // A mapping with a name counts as that name.
        case .mapping(let entries)?: entries["name"] ?? .mapping(entries)
        case let value: value
        }
    }
}
