import ResultsStore

/// Finds the trial that a person means by the beginning of its name.
enum TrialLookup {
    struct Match {
        let sweep: SweepRecord
        let trial: TrialRecord
    }

    /// - Parameter sweep: which one, where a trial is in several.
    /// - Throws: `CommandError` where there is none or more than one.
    static func find(_ prefix: String, sweep: String?, in store: ResultsStore) throws -> Match {
        let wanted = try sweep.map { try SweepLookup.find($0, in: store) }
        let matches = try store.trials(withPrefix: prefix).filter { wanted == nil || $0.sweep.id == wanted?.id }
            .map { Match(sweep: $0.sweep, trial: $0.trial) }
        guard !prefix.isEmpty else {
            throw CommandError.wrongInput(
                "A trial's name is empty; 'sweep rank SWEEP' and 'sweep export SWEEP' name the trials.")
        }
        guard let first = matches.first else { throw try nothing(prefix, in: store) }
        let names = Set(matches.map(\.trial.shortName)).sorted()
        if names.count > 1 {
            let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
            throw CommandError.wrongInput(
                "'\(prefix)' begins the names of \(names.count) trials (\(shown)); write more of it.")
        }
        if matches.count > 1 {
            let sweeps = matches.map { "'\($0.sweep.name)'" }.sorted().joined(separator: " and ")
            throw CommandError.wrongInput(
                "The trial \(first.trial.shortName) is in \(sweeps); say which with '--sweep NAME'.")
        }
        return first
    }

    private static func nothing(_ prefix: String, in store: ResultsStore) throws -> CommandError {
        let name = SafeText.escaping(prefix)
        if try store.sweep(named: prefix) != nil {
            return .wrongInput("'\(name)' is a sweep; 'sweep rank \(name)' names its trials.")
        }
        let names = try store.trials(withPrefix: "").map(\.trial.shortName)
        let words = "'\(name)': no trial's name begins so; 'sweep rank SWEEP' and 'sweep export SWEEP' name them."
        return .wrongInput(names.isEmpty ? "The store '\(store.path)' holds no trials yet." : words)
    }
}
