/// Why it is not known which sweep or trial is meant.
public enum LookupError: Error, Hashable, Sendable {
    case noSweeps(store: String)
    case unknownSweep(String, known: [String])
    /// The file is a sweep's that the store does not know.
    case notRunYet(file: String, sweep: String)
    case namedTwice(sweep: String)
    case emptyTrialName
    case noTrials(store: String)
    case unknownTrial(String)
    /// A trial is asked for, and a sweep is named.
    case sweepForTrial(String)
    /// Several trials' names begin so.
    case ambiguousTrial(String, matches: [String])
    case trialInSeveral(String, sweeps: [String])
}
