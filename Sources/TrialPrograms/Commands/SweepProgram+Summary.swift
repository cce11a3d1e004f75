import Randomness
import Settings
import SweepRuns
import Sweeps

extension SweepProgram {
    /// What a configuration comes to: what is run, as it is written, is part of what a trial is; what the program's files
    /// hold is not.
    ///
    /// - Throws: `SettingError` for a text that no program can be given.
    func summary(of configuration: Configuration) throws -> ConfigurationSummary {
        for (name, value) in configuration.settings.sorted(by: { $0.key < $1.key })
        where value.holdsNul || name.contains("\0") {
            throw SettingError(
                path: name, value: value, rule: "it holds a NUL character, which no program can be given")
        }
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let texts = [program ?? "", workingFolder ?? ""] + command + variables
        // No text holds the separator.
        let fingerprint = Fingerprint(of: texts.joined(separator: "\0"))
        return ConfigurationSummary(fingerprint: "command \(fingerprint)", training: nil)
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
