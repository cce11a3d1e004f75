import ArgumentParser
import Charts
import Expressions
import Reports
import ResultsStore
import Settings
import SweepRuns
import SweepViews
import Sweeps
import TextReports
import TrialFolders
import TrialScheduling

/// Why a command cannot do what was asked, with words for the person and an exit code for the machine.
enum CommandError: Error, Hashable {
    /// The command line makes no sense: exit code 64.
    case wrongUsage(String)
    /// A file, a name or an expression is wrong: exit code 65.
    case wrongInput(String)
    /// The store or a file cannot be written: exit code 73.
    case cannotWrite(String)

    var exitCode: ExitCode {
        switch self {
        case .wrongUsage: ExitCode(64)
        case .wrongInput: ExitCode(65)
        case .cannotWrite: ExitCode(73)
        }
    }
}

extension CommandError: CustomStringConvertible {
    var description: String {
        switch self {
        case .wrongUsage(let words), .wrongInput(let words), .cannotWrite(let words): words
        }
    }
}

extension CommandError {
    /// What an error of the libraries' means for a command; nil for errors that are none of ours, such as
    /// ArgumentParser's.
    init?(_ error: any Error) {
        switch error {
        case let error as CommandError: self = error
        case let error as SweepViewError: self = CommandError(view: error)
        case let error as StoreError: self = CommandError(store: error)
        case let error as LookupError: self = CommandError(error)
        case let error as SweepRunError: self = CommandError(error)
        case let error as ChartError: self = CommandError(chart: error)
        case ReportFileError.unmakeableFolder(let path):
            self = .cannotWrite("'\(SafeText.escaping(path))' cannot be made: is its folder there and writable?")
        case ReportFileError.unwritable(let path):
            self = .cannotWrite(
                "'\(SafeText.escaping(path))' cannot be written: is its folder there and writable, and the disk not full?"
            )
        case let error as FileError: self = .cannotWrite(error.words)
        case let error as ExpressionError: self = .wrongInput(error.description)
        case let error as any OutputError:
            let remedy = error.remedy.prefix(1).uppercased() + error.remedy.dropFirst()
            self = .cannotWrite("\(error) \(remedy), or put the store elsewhere with --store.")
        case let error as any InputError: self = .wrongInput(error.description)
        case let error as SweepLock.Taken: self = .cannotWrite("It cannot be run now: \(error.words)")
        case let error as PlainThread.Refused: self = .cannotWrite("It cannot be done now: \(error).")
        case TrialScheduler.Failure.cannotWrite(let error): self = .cannotWrite(error.words)
        case let error as TrialScheduler.Failure:
            self = .cannotWrite("\(error) Mend that and run the same command again; what was done is kept.")
        default: return nil
        }
    }

    private init(view error: SweepViewError) {
        switch error {
        case .unknownMetric(let name, let known): self = .unknown("metric", name, among: known)
        case .unknownParameter(let name, let known): self = .unknown("hyperparameter", name, among: known)
        case .sameInAll(let parameter, let varying):
            let choices =
                varying.isEmpty ? "" : "; there are: \(varying.map(SafeText.escaping).joined(separator: ", "))"
            self = .wrongInput(
                "'\(SafeText.escaping(parameter))' is the same in all configurations, so there is nothing to group by"
                    + "\(choices).")
        case .unknownGoal(let metric):
            self = .wrongUsage("Which way is better for '\(metric)'? Add '--goal maximize' or '--goal minimize'.")
        case .judgedDifferently(let first, let objective, let second, let other):
            let isMetric = other.metric != objective.metric || other.goal != objective.goal
            self = .wrongUsage(
                "'\(SafeText.escaping(first))' is judged by \(Words.objective(objective)), "
                    + "'\(SafeText.escaping(second))' by \(Words.objective(other)); "
                    + (isMetric ? "'--by METRIC' judges both by one." : "'--select best' or '--select last' says how."))
        }
    }

    private init(store error: StoreError) {
        switch error {
        case .cannotWrite, .busy: self = .cannotWrite(error.words)
        case .missing, .foreign, .newer, .damaged, .cannotRead, .query: self = .wrongInput(error.words)
        }
    }

    private init(chart error: ChartError) {
        switch error {
        case .badSize, .badResolution, .badRange, .tooManyPixels, .tooSmall, .unknownFormat:
            self = .wrongUsage(error.description)
        case .noFonts, .cannotDraw, .cannotWrite: self = .cannotWrite(error.description)
        }
    }

    /// A name that nobody knows, with the nearest one that somebody does.
    static func unknown(_ what: String, _ name: String, among known: some Sequence<String>) -> CommandError {
        let words = SettingError.unknown(what, name, among: known)
        return .wrongInput("'\(SafeText.escaping(name))': \(words)\(words.hasSuffix("?") ? "" : ".")")
    }
}
