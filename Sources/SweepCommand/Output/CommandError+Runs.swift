import ResultsStore
import SweepRuns
import TextReports

extension CommandError {
    init(_ error: LookupError) {
        switch error {
        case .unknownSweep(let name, let known): self = .unknown("sweep", name, among: known)
        case .namedTwice: self = .wrongUsage(error.words)
        default: self = .wrongInput(error.words)
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
