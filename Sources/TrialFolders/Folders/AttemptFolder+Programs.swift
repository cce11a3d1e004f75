import Foundation
import Sweeps

/// What an attempt at a trial of another program has besides.
extension AttemptFolder {
    /// The configuration as the program reads it.
    public var configurationFile: String { path + "/config.json" }
    /// To which the program appends what it reports.
    public var reportedFile: String { path + "/metrics.jsonl" }
    /// What its calls of the `wandb` package report.
    public var wandbFile: String { path + "/wandb.jsonl" }
    /// The variable that tells a program of `filesFolder`; whatever it starts inherits it.
    public static let filesVariable = "SWEEP_TRIAL_DIR"
    /// Where the program may leave files of this attempt.
    public var filesFolder: String { path + "/files" }
    /// What was run, how and where.
    public var commandFile: String { path + "/command.json" }
    /// Where the program keeps what a later attempt goes on from: one for all attempts at the trial.
    public var checkpointsFolder: String { parentFolder(of: path) + "/checkpoints" }

    /// The most recent of `attempts`, numbers in any order, that has a journal, with its length up to the last whole
    /// line; nil where there is none.
    public func newestJournal(of attempts: [Int]) throws(FileError) -> JournalPosition? {
        for number in attempts.sorted(by: >) {
            let journal = sibling(number).journal
            var reader = JournalReader(path: journal)
            if let last = try reader.readNewLines().last { return JournalPosition(attempt: number, offset: last.end) }
        }
        return nil
    }

    /// The last step of each metric that counts in the journal of `place` up to there, and in those that it goes on
    /// from.
    public func lastSteps(upTo place: JournalPosition?) throws(FileError) -> [String: Int] {
        guard let place, place.attempt <= number else { return [:] }
        var reader = JournalReader(path: sibling(place.attempt).journal)
        var steps: [String: Int] = [:]
        for line in try reader.readNewLines() where line.end <= place.offset {
            switch line.entry {
            case .begun(let from, let position) where from > 0 && from < place.attempt:
                steps = try sibling(place.attempt).lastSteps(upTo: JournalPosition(attempt: from, offset: position))
            case .measured(let runs, _):
                for run in runs {
                    steps[run.metric] = max(steps[run.metric] ?? 0, run.firstStep + max(0, run.values.count - 1))
                }
            case .withdrawn(let withdrawal):
                for (metric, step) in steps where withdrawal.metric == nil || withdrawal.metric == metric {
                    steps[metric] = min(step, withdrawal.firstStep - 1)
                }
            default: continue
            }
        }
        return steps.filter { $0.value > 0 }
    }

    /// Whether the program has left nothing to go on from.
    public var checkpointsAreEmpty: Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: checkpointsFolder))?.isEmpty ?? true
    }

    /// Makes the folders that a program may use.
    public func makeProgramFolders() throws(FileError) {
        for folder in [filesFolder, checkpointsFolder] { try makeFolder(folder) }
    }
}
