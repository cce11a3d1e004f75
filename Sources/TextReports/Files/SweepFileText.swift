import Settings
public import Sweeps

/// A sweep of one configuration as the text of a sweep file, which reads back to the same.
public struct SweepFileText {
    public let text: String

    /// - Parameter comment: goes on the first line; nil for none.
    public init(_ sweep: Sweep, comment: String?) {
        var lines: [String] = []
        if let comment { lines.append("# " + SafeText.escaping(comment)) }
        lines.append("name: \(Self.flow(.string(sweep.name)))")
        if let description = sweep.description { lines.append("description: \(Self.flow(.string(description)))") }
        // Other programs' files need it.
        if sweep.program != nil { lines.append("method: grid") }
        let objective = sweep.objective
        if objective.isNamed {
            lines.append(
                "metric: {name: \(Self.flow(.string(objective.metric))), goal: \(objective.goal.rawValue), "
                    + "select: \(objective.selection.rawValue)}")
        }
        // Seeds that are written are given to a program, which may not know any.
        if sweep.program.map({ $0.seedName != nil }) ?? true {
            lines.append("seeds: \(Self.flow(.list(sweep.seeds.map { .int($0) })))")
        }
        if let timeout = sweep.limits.timeout { lines.append("timeout: \(timeout.components.seconds)s") }
        if let limit = sweep.limits.memoryLimit { lines.append("memory_limit: \(limit)B") }
        if let program = sweep.program {
            if program.retriesExitCodes { lines.append("retry: \(sweep.limits.retries)") }
            lines += ProgramFileText.lines(of: program)
        }
        let settings = sweep.fixedSettings.settings
        // Other programs take their settings as parameters; 'train' is the training core's.
        let isTraining = sweep.program == nil
        lines.append((isTraining ? "train:" : "parameters:") + (settings.isEmpty ? " {}" : ""))
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
            let written =
                sweep.program.map { "{value: \(ProgramFileText.value(value, of: name, in: $0))}" } ?? Self.flow(value)
            lines.append("  \(Self.flow(.string(name))): \(written)")
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// A value on one line, in YAML's flow style.
    static func flow(_ value: SettingValue) -> String {
        switch value {
        case .null, .bool, .int: value.description
        case .double(let number): number.isFinite ? number.description : special(number)
        case .string(let text): scalar(text)
        case .list(let values): "[" + values.map(flow).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{"
                + entries.sorted { order($0.key) < order($1.key) }
                .map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// The name first, since it says what the others belong to.
    private static func order(_ key: String) -> (Int, String) { (key == "name" ? 0 : 1, key) }

    private static func special(_ number: Double) -> String {
        number.isNaN ? ".nan" : number < 0 ? "-.inf" : ".inf"
    }

    /// Text as it is where nothing in it means anything to YAML, else in double quotes.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./".contains($0)) }
        let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        if isPlain, !words.contains(text.lowercased()) { return text }
        var quoted = ""
        JSONText.append(text, to: &quoted)
        return quoted
    }
}
