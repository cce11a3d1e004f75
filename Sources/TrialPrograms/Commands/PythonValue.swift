import Settings
import Sweeps

/// A value as Python has it, which tells `1` from `1.0`.
enum PythonValue: Hashable, Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case text(String)
    case list([PythonValue])
    /// In the order in which it is written.
    case mapping([Entry])

    struct Entry: Hashable, Sendable {
        let key: String
        let value: PythonValue
    }
}

extension PythonValue {
    /// The entries of a trial's configuration, sorted by name, with the seed among them where it has a name.
    static func entries(
        of configuration: Configuration, seed: Int?, in program: SweepProgram
    ) -> [Entry] {
        var settings = configuration.settings
        if let name = program.seedName, let seed { settings[name] = .int(seed) }
        return entries(of: settings, prefix: "", decimals: program.decimals)
    }

    private static func entries(
        of settings: [String: SettingValue], prefix: String, decimals: [String: [DecimalNumbers]]
    ) -> [Entry] {
        settings.sorted { $0.key < $1.key }.map { key, value in
            let name = prefix + key
            if case .mapping(let nested) = value, decimals[name] == nil {
                return Entry(key: key, value: .mapping(entries(of: nested, prefix: "\(name).", decimals: decimals)))
            }
            let known = decimals[name]?.first { $0.value == nil || $0.value == value }
            var places = (known?.places ?? [])[...]
            return Entry(key: key, value: PythonValue(value, areDecimals: known == .all, &places))
        }
    }

    /// - Parameter places: for each whole number that is still to come, whether it is a decimal.
    private init(_ value: SettingValue, areDecimals: Bool, _ places: inout ArraySlice<Bool>) {
        switch value {
        case .null: self = .none
        case .bool(let value): self = .bool(value)
        case .int(let value): self = places.popFirst() ?? areDecimals ? .float(Double(value)) : .int(value)
        case .double(let value): self = .float(value)
        case .string(let text): self = .text(text)
        case .list(let values):
            var list: [PythonValue] = []
            for value in values { list.append(PythonValue(value, areDecimals: areDecimals, &places)) }
            self = .list(list)
        case .mapping(let settings):
            var entries: [Entry] = []
            for (key, value) in settings.sorted(by: { $0.key < $1.key }) {
                entries.append(Entry(key: key, value: PythonValue(value, areDecimals: areDecimals, &places)))
            }
            self = .mapping(entries)
        }
    }
}
