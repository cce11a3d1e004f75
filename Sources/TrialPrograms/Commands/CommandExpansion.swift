public import Sweeps

/// The command line of a trial of another program: its items with the macros filled in, as W&B's agent does it.
///
/// An item is a macro only as a whole, `${args}`; variables, `${envvar:NAME}`, may stand inside a longer one. The
/// arguments go to the program as they are, through no shell.
public struct CommandExpansion: Hashable, Sendable {
    /// What is run and its arguments; empty where every item was a macro that comes to nothing.
    public let arguments: [String]
    /// What `${interpreter}` stands for; nil where the command does not ask for it.
    public let interpreter: String?
    /// What a person should know who reads the command otherwise, each a sentence.
    public let notes: [String]

    /// - Parameters:
    ///   - seed: of the trial; passed on where the program has a name for it.
    ///   - environment: what the program will find; its PATH tells whether there is `python`.
    ///   - folder: where the program works.
    ///   - configurationFile: where the configuration can be read, for `${args_json_file}`.
    public init(
        _ program: SweepProgram, configuration: Configuration, seed: Int?, environment: [String: String],
        folder: String, configurationFile: String
    ) {
        let entries = PythonValue.entries(of: configuration, seed: seed, in: program)
        let lookup = ExecutableLookup(environment: environment, folder: folder)
        var (arguments, notes): ([String], [String]) = ([], [])
        var interpreter: String?
        for written in program.command {
            let item = CommandItem(written, environment: environment)
            notes += item.unset.map {
                "The variable \($0) is not set, so that '\(written)' is passed as '\(item.text)', as W&B does."
            }
            guard let name = item.macro else {
                arguments.append(item.text)
                notes += Self.notes(on: item.text, entries: entries)
                continue
            }
            guard let macro = CommandMacro(rawValue: name) else {
                notes.append("'\(written)' is no macro; W&B leaves it out, and so it is here.")
                continue
            }
            switch macro {
            case .env: arguments.append("/usr/bin/env")
            case .interpreter:
                let found = lookup.interpreter
                interpreter = found
                arguments.append(found)
            case .program: arguments += program.program.map { [$0] } ?? []
            case .jsonFile: arguments.append(configurationFile)
            default: arguments += macro.arguments(of: entries)
            }
        }
        self.arguments = arguments
        self.interpreter = interpreter
        self.notes = notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The object that `${args_json}` gives and that `SWEEP_CONFIG` holds: nested where parameters are nested.
    public static func configurationJSON(
        _ program: SweepProgram, configuration: Configuration, seed: Int?
    ) -> String {
        PythonJSON.text(.mapping(PythonValue.entries(of: configuration, seed: seed, in: program)))
    }

    /// On what looks like a macro inside a longer item.
    private static func notes(on text: String, entries: [PythonValue.Entry]) -> [String] {
        let names = Set(CommandMacro.allCases.map(\.rawValue) + entries.map(\.key))
        return text.split(separator: "${").dropFirst(text.hasPrefix("${") ? 0 : 1).compactMap { part in
            guard let end = part.firstIndex(of: "}"), names.contains(String(part[..<end])) else { return nil }
            return "'\(text)' is passed as it is: '${\(part[..<end])}' is filled in only where it stands alone."
        }
    }
}

/// The macros of W&B's commands, by their names there.
enum CommandMacro: String, CaseIterable {
    case env, interpreter, program
    case arguments = "args"
    case withoutEquals = "args_no_equals"
    case withoutHyphens = "args_no_hyphens"
    case withoutBooleanFlags = "args_no_boolean_flags"
    case json = "args_json"
    case jsonFile = "args_json_file"
    case appendHydra = "args_append_hydra"
    case overrideHydra = "args_override_hydra"

    /// What the macro makes of a configuration; nothing for those that are not about it.
    func arguments(of entries: [PythonValue.Entry]) -> [String] {
        if self == .json { return [PythonJSON.text(.mapping(entries))] }
        return entries.flatMap { entry -> [String] in
            let value = PythonText.str(entry.value)
            let pair = "\(entry.key)=\(value)"
            switch self {
            case .arguments: return ["--" + pair]
            case .withoutEquals: return ["--" + entry.key, value]
            case .withoutHyphens: return [pair]
            case .withoutBooleanFlags:
                guard case .bool(let flag) = entry.value else { return ["--" + pair] }
                return flag ? ["--" + entry.key] : []
            case .appendHydra: return ["+" + pair]
            case .overrideHydra: return ["++" + pair]
            case .env, .interpreter, .program, .json, .jsonFile: return []
            }
        }
    }
}
