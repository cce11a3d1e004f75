import Settings
import Sweeps

/// What a sweep file says of another program, as lines of one that read back to the same.
enum ProgramFileText {
    static func lines(of program: SweepProgram) -> [String] {
        var lines: [String] = []
        func add(_ key: String, _ value: SettingValue?) {
            if let value { lines.append("\(key): \(SweepFileText.flow(value))") }
        }
        func add(_ key: String, _ entries: [String: SettingValue]) {
            if !entries.isEmpty { add(key, .mapping(entries)) }
        }
        add("program", program.program.map(SettingValue.string))
        add("command", texts(program.command))
        add("env", program.environment.mapValues(SettingValue.string))
        add("cwd", program.workingFolder.map(SettingValue.string))
        if let name = program.seedName, name != "seed" { add("seed_as", .string(name)) }
        add("metrics", entries(of: program.metrics))
        if program.wandb != .auto { add("wandb", .string(program.wandb.rawValue)) }
        add("resources", entries(of: program.resources))
        if program.stopSignal != .terminate { add("stop_signal", .string(program.stopSignal.rawValue)) }
        if program.grace != SweepProgram(program: nil).grace {
            lines.append("grace: \(SettingValue.number(program.grace))s")
        }
        return lines
    }

    private static func texts(_ texts: [String]) -> SettingValue { .list(texts.map(SettingValue.string)) }

    private static func entries(of metrics: ReportedMetrics) -> [String: SettingValue] {
        var entries: [String: SettingValue] = [:]
        if metrics.sources != MetricSource.allCases { entries["from"] = texts(metrics.sources.map(\.rawValue)) }
        let lists = [
            ("csv", metrics.csvFiles), ("jsonl", metrics.jsonLineFiles), ("pattern", metrics.patterns),
            ("ignore", metrics.ignored),
        ]
        for (key, list) in lists where !list.isEmpty { entries[key] = texts(list) }
        return entries
    }

    private static func entries(of resources: TrialResources) -> [String: SettingValue] {
        var entries: [String: SettingValue] = [:]
        if let gpus = resources.gpus { entries["gpus"] = .number(gpus) }
        if let cores = resources.cores { entries["cores"] = .int(cores) }
        if let memory = resources.memory { entries["memory"] = .string("\(memory)B") }
        return entries
    }

    /// A parameter's value, in which whole numbers that are decimals stay such: `1.0`.
    static func value(_ value: SettingValue, of name: String, in program: SweepProgram) -> String {
        if case .mapping(let entries) = value, program.decimals[name] == nil {
            let inside = entries.sorted { $0.key < $1.key }.map { key, value in
                "\(SweepFileText.flow(.string(key))): \(self.value(value, of: "\(name).\(key)", in: program))"
            }
            return "{" + inside.joined(separator: ", ") + "}"
        }
        let known = program.decimals[name]?.first { $0.value == nil || $0.value == value }
        var places = (known?.places ?? [])[...]
        return text(value, areDecimals: known == .all, &places)
    }

    private static func text(_ value: SettingValue, areDecimals: Bool, _ places: inout ArraySlice<Bool>) -> String {
        switch value {
        case .int(let number): return (places.popFirst() ?? areDecimals) ? "\(number).0" : "\(number)"
        case .list(let values):
            var texts: [String] = []
            for value in values { texts.append(text(value, areDecimals: areDecimals, &places)) }
            return "[" + texts.joined(separator: ", ") + "]"
        case .mapping(let entries):
            var texts: [String] = []
            for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
                texts.append(
                    "\(SweepFileText.flow(.string(key))): \(text(value, areDecimals: areDecimals, &places))")
            }
            return "{" + texts.joined(separator: ", ") + "}"
        default: return SweepFileText.flow(value)
        }
    }
}
