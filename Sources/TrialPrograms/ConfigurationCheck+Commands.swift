import Randomness
import Settings
public import SweepRuns
public import Sweeps

extension ConfigurationCheck {
    /// Trials that run a command.
    ///
    /// What is run as it is written is part of what a trial is; what the program's files hold is not.
    public static func command(_ program: SweepProgram) -> ConfigurationCheck {
        let variables = program.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let texts = [program.program ?? "", program.workingFolder ?? ""] + program.command + variables
        // No text holds the separator.
        let data = "command " + Fingerprint(of: texts.joined(separator: "\0")).description
        return ConfigurationCheck(
            defaultObjective: { _, _ in nil },
            summary: { configuration, _, _ in
                for (name, value) in configuration.settings where value.holdsNul || name.contains("\0") {
                    throw SettingError(
                        path: name, value: value, rule: "it holds a NUL character, which no program can be given")
                }
                return ConfigurationSummary(fingerprint: data)
            })
    }
}

extension SettingValue {
    fileprivate var holdsNul: Bool {
        switch self {
        case .string(let text): text.contains("\0")
        case .list(let values): values.contains(where: \.holdsNul)
        case .mapping(let entries): entries.contains { $0.key.contains("\0") || $0.value.holdsNul }
        case .null, .bool, .int, .double: false
        }
    }
}
