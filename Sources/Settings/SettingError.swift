/// A setting that cannot be used: which one, what was written, and the rule that it breaks.
public struct SettingError: InputError, Hashable, Sendable {
    /// Dotted, as a person would write it: `optimizer.betas`.
    public let path: String
    /// What was written; nil where something is missing, or where the name itself is wrong.
    public let value: SettingValue?
    /// A clause without its full stop: `it must be in 0..<1`.
    public let rule: String

    public init(path: String, value: SettingValue?, rule: String) {
        self.path = path
        self.value = value
        self.rule = rule
    }

    /// A name that nobody knows, with the nearest one that somebody does.
    public static func unknownName(_ path: String, known: some Sequence<String>) -> SettingError {
        let parts = path.split(separator: ".")
        let name = parts.last.map(String.init) ?? path
        let ours = ForeignName.meaning(of: name) ?? name
        // PyTorch's optimizers take what here stands beside them.
        if parts.first == "optimizer", ["lr", "weight_decay"].contains(ours), !known.contains(ours) {
            return SettingError(path: path, value: nil, rule: "no such option; write '\(ours)' beside '\(parts[0])'")
        }
        return SettingError(path: path, value: nil, rule: unknown("setting", name, among: known))
    }

    /// The words for a name that is none of `known`: the nearest one, else all of them.
    public static func unknown(_ what: String, _ name: String, among known: some Sequence<String>) -> String {
        let known = known.sorted()
        if let ours = ForeignName.meaning(of: name, among: known) { return "no such \(what); did you mean '\(ours)'?" }
        if let nearest = NearestName.of(name, among: known) { return "no such \(what); did you mean '\(nearest)'?" }
        return known.isEmpty ? "no such \(what)" : "no such \(what); there are: \(known.joined(separator: ", "))"
    }
}

extension SettingError {
    /// `'momentum' is 1.2; it must be in 0..<1.`
    public var description: String {
        let end = rule.hasSuffix("?") ? "" : "."
        return if let value { "'\(path)' is \(value.quoted); \(rule)\(end)" } else { "'\(path)': \(rule)\(end)" }
    }
}

extension SettingValue {
    /// As messages show it: text in quotation marks, everything else as it is written.
    public var quoted: String {
        if case .string(let text) = self { "'\(text)'" } else { description }
    }
}
