import ArgumentParser
import Settings

/// Finds an option on the command line that its subcommand does not have: it is named before whatever else is wrong,
/// which may be so only since it was read as something else.
enum UnknownOption {
    /// `Unknown option '--y-max'; did you mean '--log-y'?`; nil where all options are known.
    static func message(in arguments: [String]) -> String? {
        guard let root = try? SettingValue(json: SweepCommand._dumpHelp()).asMapping?["command"] else { return nil }
        var command = Command(root)
        var words = arguments[...]
        while let word = words.popFirst(), word != "--" {
            if let subcommand = command.subcommands[word] {
                command = subcommand
            } else if word.hasPrefix("--") {
                let name = String(word.prefix { $0 != "=" })
                guard let takesValue = command.options[name] else { return command.unknown(name) }
                if takesValue, name == word { words = words.dropFirst() }
            }
        }
        return nil
    }

    /// What ArgumentParser tells of a command.
    private struct Command {
        let path: String
        /// By name, as `--store`: whether a value follows.
        private(set) var options = [
            "--help": false, "--version": false, "--experimental-dump-help": false,
            "--generate-completion-script": true,
        ]
        private let nested: [SettingValue]

        init(_ description: SettingValue) {
            let entries = description.asMapping ?? [:]
            let parents = entries["superCommands"]?.elements ?? []
            path = (parents + [entries["commandName"] ?? .null]).map(\.description).joined(separator: " ")
            nested = entries["subcommands"]?.elements ?? []
            for argument in (entries["arguments"]?.elements ?? []).compactMap(\.asMapping) {
                for name in (argument["names"]?.elements ?? []).compactMap(\.asMapping)
                where name["kind"] == .string("long") {
                    options["--" + (name["name"]?.text ?? "")] = argument["kind"] == .string("option")
                }
            }
        }

        var subcommands: [String: Command] {
            Dictionary(nested.map { ($0.asMapping?["commandName"]?.text ?? "", Command($0)) }) { first, _ in first }
        }

        func unknown(_ name: String) -> String {
            let nearest = NearestName.of(name, among: options.keys.sorted())
            let help = path.split(separator: " ").dropFirst().joined(separator: " ")
            return "Unknown option '\(name)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? "; '\(helpCommand(help))' tells those there are.")
        }

        private func helpCommand(_ subcommand: String) -> String {
            subcommand.isEmpty ? "sweep --help" : "sweep help \(subcommand)"
        }
    }
}

extension SettingValue {
    fileprivate var elements: [SettingValue]? {
        if case .list(let elements) = self { elements } else { nil }
    }
}
