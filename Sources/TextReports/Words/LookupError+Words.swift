public import SweepRuns

extension LookupError {
    /// A sentence with what helps.
    public var words: String {
        switch self {
        case .noSweeps(let store): "The store '\(store)' holds no sweeps yet; 'sweep run FILE' makes one."
        case .unknownSweep(let name, _): "'\(SafeText.escaping(name))': no such sweep."
        case .notRunYet(let file, let sweep):
            "'\(file)' is the file of the sweep '\(sweep)', which has not run yet; 'sweep run \(file)' runs it."
        case .namedTwice(let sweep): "The sweep '\(SafeText.escaping(sweep))' is named twice."
        case .emptyTrialName: "A trial's name is empty; 'sweep rank SWEEP' and 'sweep export SWEEP' name the trials."
        case .noTrials(let store): "The store '\(store)' holds no trials yet."
        case .unknownTrial(let prefix):
            "'\(SafeText.escaping(prefix))': no trial's name begins so; 'sweep rank SWEEP' and 'sweep export SWEEP' name "
                + "them."
        case .sweepForTrial(let sweep):
            "'\(SafeText.escaping(sweep))' is a sweep; 'sweep rank \(SafeText.escaping(sweep))' names its trials."
        case .ambiguousTrial(let prefix, let matches):
            "'\(prefix)' begins the names of \(matches.count) trials (\(matches.prefix(5).joined(separator: ", "))"
                + "\(matches.count > 5 ? ", …" : "")); write more of it."
        case .trialInSeveral(let trial, let sweeps):
            "The trial \(trial) is in \(sweeps.map { "'\($0)'" }.joined(separator: " and ")); say which with "
                + "'--sweep NAME'."
        }
    }
}
