import Expressions
import Settings
import Sweeps

/// The configurations that a search found so far: each once, and only those that the sweep's condition allows.
struct ConfigurationSet {
    private let fixedSettings: Configuration
    private let condition: Expression?
    /// Whether names of parameters are another program's, in which a dot means nothing.
    private let takesNamesAsTheyAre: Bool
    private var known: Set<Configuration> = []
    private(set) var configurations: [Configuration] = []

    init(of sweep: Sweep) throws(SettingError) {
        fixedSettings = sweep.fixedSettings
        takesNamesAsTheyAre = sweep.program != nil
        guard let text = sweep.condition else {
            condition = nil
            return
        }
        do throws(ExpressionError) { condition = try Expression(parsing: text) } catch {
            throw SettingError(path: "where", value: nil, rule: "column \(error.column): \(error.message)")
        }
    }

    /// Adds the fixed settings together with `assignments`; returns whether that is a new configuration.
    mutating func add(_ assignments: [Assignment]) throws(SettingError) -> Bool {
        let configuration = configuration(assignments)
        if known.contains(configuration) { return false }
        if let condition, try !Self.holds(condition, configuration, assignments) { return false }
        known.insert(configuration)
        configurations.append(configuration)
        return true
    }

    private func configuration(_ assignments: [Assignment]) -> Configuration {
        var configuration = fixedSettings
        if takesNamesAsTheyAre {
            for assignment in assignments { configuration.set(keys: assignment.parameter.keys, assignment.value) }
            return configuration
        }
        // The shorter path first: setting `optimizer` would undo an earlier `optimizer.betas`.
        var depth = 0
        var rest = assignments.count
        while rest > 0 {
            for assignment in assignments where assignment.parameter.depth == depth {
                configuration.set(assignment.parameter.name, assignment.value)
                rest -= 1
            }
            depth += 1
        }
        return configuration
    }

    private static func holds(
        _ condition: Expression, _ configuration: Configuration, _ assignments: [Assignment]
    ) throws(SettingError) -> Bool {
        do throws(ExpressionError) {
            return try condition.holds { name in configuration[name].map { value(of: $0) } ?? .null }
        } catch {
            let place = assignments.map { "\($0.parameter.name): \($0.value)" }.joined(separator: ", ")
            throw SettingError(
                path: "where", value: nil,
                rule: "column \(error.column): \(error.message)"
                    + (place.isEmpty ? "" : "; this came up for the configuration {\(place)}"))
        }
    }

    /// What a condition sees of a setting; a mapping with a name counts as its name.
    private static func value(of setting: SettingValue) -> ExpressionValue {
        switch setting {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .number(Double(value))
        case .double(let value): .number(value)
        case .string(let text): .text(text)
        case .list(let values): .list(values.map { value(of: $0) })
        case .mapping(let entries): entries["name"].map { value(of: $0) } ?? .null
        }
    }
}
