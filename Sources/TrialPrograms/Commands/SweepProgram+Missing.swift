public import Sweeps

extension SweepProgram {
    /// What of it is not there, as a sentence with what can be done; nil where all is found.
    ///
    /// Looked for are what the command line begins with, and the script where an interpreter is to read it.
    ///
    /// - Parameters:
    ///   - folder: where it works.
    ///   - environment: that it will find, with the variables that the file sets.
    public func missing(in folder: String, environment: [String: String]) -> String? {
        let lookup = ExecutableLookup(environment: environment, folder: folder)
        let expansion = CommandExpansion(
            self, configuration: Configuration(), seed: nil, environment: environment, folder: folder,
            configurationFile: "")
        var rest = expansion.arguments[...]
        if rest.first == "/usr/bin/env" {
            rest = rest.dropFirst().drop { $0.contains("=") && !$0.hasPrefix("-") }
            // Options of env, as '-u NAME', are for it to judge.
            if rest.first?.hasPrefix("-") == true { return nil }
        }
        guard let executable = rest.first else { return "The command is empty: none of its items comes to anything." }
        guard lookup.path(of: executable) != nil else {
            return Self.missing(executable, isInterpreter: executable == expansion.interpreter, in: folder, lookup)
        }
        if let program, command.contains("${program}"), executable != program, !lookup.isFile(program) {
            return "The program '\(program)' is not in '\(folder)'; name the script that trials run, or its folder as "
                + "'cwd'."
        }
        return nil
    }

    private static func missing(
        _ executable: String, isInterpreter: Bool, in folder: String, _ lookup: ExecutableLookup
    ) -> String {
        if executable.contains("/") || lookup.isFile(executable) {
            guard lookup.isFile(executable) else { return "There is no '\(executable)' in '\(folder)'." }
            let script = executable.contains("/") ? executable : "./\(executable)"
            return "'\(executable)' cannot be started as it is; make it executable (chmod +x) and name it '\(script)', "
                + "or write '${interpreter}' before it in 'command'."
        }
        if isInterpreter || executable == "python" || executable == "python3" {
            let other = executable == "python" && lookup.path(of: "python3") != nil
            return "There is no '\(executable)' on the PATH; "
                + (other
                    ? "write '${interpreter}' in its place, which is 'python3' here."
                    : "install Python (on Debian and Ubuntu: apt install python3).")
        }
        return "There is no '\(executable)' on the PATH; install it, or name it with its folder."
    }
}
