import Sweeps

@testable import Workloads

/// What an attempt reports, as a journal would keep it.
final class Recorder {
    var runs: [MeasurementRun] = []
    var warnings: [String] = []
    /// Where it began: the checkpoint's folder and the place in that attempt's journal.
    var begun: [(folder: String?, position: Int)] = []
    /// Steps before it is asked to stop.
    var stepsAllowed = Int.max

    func attempt(_ folder: String, earlier: [String] = [], identity: String = "trial") -> TrainingAttempt {
        TrainingAttempt(
            folder: folder, earlierFolders: earlier, identity: identity,
            begin: { self.begun.append(($0, $1)) }, report: { self.runs.append($0) },
            journalPosition: { self.runs.count },
            stopRequested: {
                self.stepsAllowed -= 1
                return self.stepsAllowed < 0
            }, warn: { self.warnings.append($0) })
    }

    /// The values by metric and step, without the times, which no two trainings share.
    func values(first count: Int? = nil) -> [String: [Int: Double]] {
        var values: [String: [Int: Double]] = [:]
        for run in runs.prefix(count ?? runs.count) where run.metric != "epoch_seconds" {
            for (index, value) in run.values.enumerated() {
                values[run.metric, default: [:]][run.firstStep + index] = value
            }
        }
        return values
    }

    func last(_ metric: String) -> Double? { runs.last { $0.metric == metric }?.values.last }
}
