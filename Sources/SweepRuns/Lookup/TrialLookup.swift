public import ResultsStore

/// Finds the trial that a person means by the beginning of its name.
public enum TrialLookup {
    public struct Match: Hashable, Sendable {
        public let sweep: SweepRecord
        public let trial: TrialRecord
    }

    /// - Parameter sweep: which one, where a trial is in several.
    /// - Throws: `LookupError` where there is none or more than one.
    public static func find(_ prefix: String, sweep: String?, in store: ResultsStore) throws -> Match {
        let wanted = try sweep.map { try SweepLookup.find($0, in: store) }
        let matches = try store.trials(withPrefix: prefix).filter { wanted == nil || $0.sweep.id == wanted?.id }
            .map { Match(sweep: $0.sweep, trial: $0.trial) }
        guard !prefix.isEmpty else { throw LookupError.emptyTrialName }
        guard let first = matches.first else { throw try nothing(prefix, in: store) }
        let names = Set(matches.map(\.trial.shortName)).sorted()
        if names.count > 1 { throw LookupError.ambiguousTrial(prefix, matches: names) }
        if matches.count > 1 {
            throw LookupError.trialInSeveral(first.trial.shortName, sweeps: matches.map(\.sweep.name).sorted())
        }
        return first
    }

    private static func nothing(_ prefix: String, in store: ResultsStore) throws -> LookupError {
        if try store.sweep(named: prefix) != nil { return .sweepForTrial(prefix) }
        let isEmpty = try store.trials(withPrefix: "").isEmpty
        return isEmpty ? .noTrials(store: store.path) : .unknownTrial(prefix)
    }
}
