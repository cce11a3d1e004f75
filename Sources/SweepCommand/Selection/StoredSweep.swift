import Analysis
import ResultsStore
import Sweeps

/// A sweep with its trials and what they came to, as rankings and tables need it.
struct StoredSweep {
    let record: SweepRecord
    /// By number; without those that the sweep's file no longer asks for, unless all were wanted.
    let trials: [TrialRecord]
    let summaries: [TrialRecord.ID: [String: MetricSummary]]
    /// How many trials the file no longer asks for and are left out.
    let leftOut: Int

    init(_ record: SweepRecord, in store: ResultsStore, includingUnplanned: Bool = false) throws {
        self.record = record
        let all = try store.trials(of: record.id)
        trials = includingUnplanned ? all : all.filter(\.isPlanned)
        leftOut = all.count - trials.count
        summaries = try store.summaries(of: record.id)
    }

    /// By number, with the defaults of what some configurations name and others do not.
    var outcomes: [TrialOutcome] { measured.completed(by: record.defaults) }

    private var measured: [TrialOutcome] {
        trials.map { record in
            TrialOutcome(
                trial: record.trial, configurationNumber: record.configurationNumber, state: record.state,
                summaries: summaries[record.id] ?? [:], seconds: record.seconds)
        }
    }

    /// Of all trials, by name.
    var metrics: [String] { Set(summaries.values.flatMap(\.keys)).sorted() }

    var states: [TrialState: Int] { Dictionary(trials.map { ($0.state, 1) }, uniquingKeysWith: +) }

    /// What is left out, in words; nil if nothing is.
    var leftOutNote: String? {
        guard leftOut > 0 else { return nil }
        let verb = leftOut == 1 ? "is" : "are"
        return "\(Phrases.count(leftOut, "trial")) that the sweep's file no longer asks for \(verb) left out; "
            + "'--all' shows \(leftOut == 1 ? "it" : "them")."
    }
}
