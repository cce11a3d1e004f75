import ResultsStore
import SweepRuns
import TextReports

extension CommandError {
    init(_ error: LookupError) {
        switch error {
        case .noSweeps(let store):
            self = .wrongInput("The store '\(store)' holds no sweeps yet; 'sweep run FILE' makes one.")
        case .unknownSweep(let name, let known): self = .unknown("sweep", name, among: known)
        case .notRunYet(let file, let sweep):
            self = .wrongInput(
                "'\(file)' is the file of the sweep '\(sweep)', which has not run yet; 'sweep run \(file)' runs it.")
        case .namedTwice(let sweep): self = .wrongUsage("The sweep '\(SafeText.escaping(sweep))' is named twice.")
        case .emptyTrialName:
            self = .wrongInput(
                "A trial's name is empty; 'sweep rank SWEEP' and 'sweep export SWEEP' name the trials.")
        case .noTrials(let store): self = .wrongInput("The store '\(store)' holds no trials yet.")
        case .unknownTrial(let prefix):
            self = .wrongInput(
                "'\(SafeText.escaping(prefix))': no trial's name begins so; 'sweep rank SWEEP' and 'sweep export SWEEP' "
                    + "name them.")
        case .sweepForTrial(let sweep):
            let name = SafeText.escaping(sweep)
            self = .wrongInput("'\(name)' is a sweep; 'sweep rank \(name)' names its trials.")
        case .ambiguousTrial(let prefix, let matches):
            let shown = matches.prefix(5).joined(separator: ", ") + (matches.count > 5 ? ", …" : "")
            self = .wrongInput(
                "'\(prefix)' begins the names of \(matches.count) trials (\(shown)); write more of it.")
        case .trialInSeveral(let trial, let sweeps):
            let names = sweeps.map { "'\($0)'" }.joined(separator: " and ")
            self = .wrongInput("The trial \(trial) is in \(names); say which with '--sweep NAME'.")
        }
    }

    init(_ error: SweepRunError) {
        switch error {
        case .notRunning(let sweep):
            self = .wrongInput(
                "'\(SafeText.escaping(sweep.name))' is not being run now; 'sweep run "
                    + "\(SafeText.escaping(sweep.filePath))' runs it.")
        case .noAnswer(let sweep):
            self = .wrongInput(
                "The run of '\(SafeText.escaping(sweep))' does not answer; has it just ended, or been stopped?")
        case .isRunning(let folder): self = .cannotWrite("The sweep in '\(folder)' is being run; stop it first.")
        case .folderRemains(let path, let reason):
            self = .cannotWrite(
                "The folder \(path) cannot be removed (\(reason)); the store no longer has the sweep.")
        }
    }
}
