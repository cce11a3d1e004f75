public import Foundation
public import ResultsStore
import Settings
import SweepRuns
public import SweepViews
import Sweeps
import TrialFolders
import TrialPrograms

/// A store with the sweep `digits`: two optimizers with two seeds each, of which one diverged, and one trial that runs.
public final class SampleStore {
    public let folder = FileManager.default.temporaryDirectory.appending(path: "commands-\(UUID().uuidString)")
    public let store: ResultsStore
    public let time = Date(timeIntervalSince1970: 1_700_000_000)
    public private(set) var trials: [TrialRecord] = []

    public init() throws {
        store = try ResultsStore.openForWriting(path: folder.appending(path: "sweeps.sqlite").path)
        var sweep = Sweep(name: "digits")
        sweep.description = "A test."
        let adam = SettingValue.mapping(["name": .string("adam"), "eps": .double(1e-8)])
        let planned = [.string("sgd"), adam, .string("evil\u{1b}[2J, \"quoted\"")].flatMap { optimizer in
            [1, 2].map { seed in
                Trial(
                    configuration: Configuration(["optimizer": optimizer, "epochs": .int(9), "data": .string("digits")]
                    ),
                    seed: seed, data: "d")
            }
        }
        trials = try store.register(
            sweep, fileText: "name: digits\ntimeout: 90s\ntrain: {data: digits}\n", filePath: "sweeps/digits.yaml",
            trials: Array(planned.dropLast()), at: time)
        try end(0, [0.5, 0.75], .finished)
        try end(1, [0.25, 0.5], .finished)
        try end(2, [0.875, 1.0 / 3], .finished)
        try end(3, [0.9, .nan], .diverged(step: 20))
        try store.apply([
            .attemptStarted(trials[4].id, attempt: 1, at: time, worker: "worker 2"), journal(4, [0.1]),
        ])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// One more sweep, whose only trial has measured one value.
    public func addSweep(named name: String, metric: String) throws {
        var sweep = Sweep(name: name)
        sweep.objective = Objective(metric: metric, goal: metric.hasSuffix("loss") ? .minimize : .maximize)
        let trial = Trial(configuration: Configuration(["optimizer": .string("sgd")]), seed: 1, data: "d")
        let records = try store.register(
            sweep, fileText: "", filePath: "sweeps/\(name).yaml", trials: [trial], at: time)
        let run = MeasurementRun(metric: metric, epoch: 1, step: 10, value: 0.5)
        try store.apply([
            .attemptStarted(records[0].id, attempt: 1, at: time, worker: "worker 1"),
            .journal(records[0].id, attempt: 1, lines: [JournalLine(runs: [run], end: 50)], offset: 50),
            .attemptEnded(records[0].id, attempt: 1, .finished, at: time.addingTimeInterval(1.5)),
        ])
    }

    /// Of its sweep, with attempts.
    public func view(judgedBy choice: ObjectiveChoice = ObjectiveChoice()) throws -> SweepView {
        var selection = MeasurementSelection()
        selection.hasAttempts = true
        return try SweepView(
            of: SweepLookup.find("digits", in: store), in: store, judgedBy: choice, selection: selection)
    }

    /// Of some of its trials, each by itself.
    public func view(of trials: [Int]) throws -> SweepView {
        let sweep = try SweepLookup.find("digits", in: store)
        let records = try store.trials(of: sweep.id)
        var selection = MeasurementSelection()
        selection.hasAttempts = true
        return try SweepView(comparing: trials.map { (sweep, records[$0]) }, in: store, selection: selection)
    }

    private func end(_ index: Int, _ values: [Double], _ end: AttemptEnd) throws {
        try store.apply([
            .attemptStarted(trials[index].id, attempt: 1, at: time, worker: "worker 1"), journal(index, values),
            .attemptEnded(trials[index].id, attempt: 1, end, at: time.addingTimeInterval(1.5)),
        ])
    }

    private func journal(_ index: Int, _ values: [Double]) -> StoreChange {
        let runs = values.enumerated().flatMap { epoch, value in
            [
                MeasurementRun(metric: "dev_accuracy", epoch: epoch + 1, step: 10 * (epoch + 1), value: value),
                MeasurementRun(
                    metric: "batch_loss", epoch: epoch + 1, firstStep: 10 * epoch + 1, values: [value, 0.1]),
            ]
        }
        return .journal(trials[index].id, attempt: 1, lines: [JournalLine(runs: runs, end: 50)], offset: 50)
    }
}
