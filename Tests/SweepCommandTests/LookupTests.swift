import Foundation
import ResultsStore
import SampleSweeps
import SweepRuns
import SweepViews
import Sweeps
import Testing
import TextReports
import TrialPrograms

@testable import SweepCommand

@Suite("Finding sweeps and trials")
struct LookupTests {
    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return CommandError(error)?.description ?? "\(error)"
        }
    }

    @Test("a sweep is found by its name, its file, or its file's path when that is gone")
    func sweeps() throws {
        let sample = try SampleStore()
        let file = sample.folder.appending(path: "other.yaml").path
        try Data("name: digits\ntrain: {data: digits, epochs: 1}\n".utf8).write(to: URL(filePath: file))
        for text in ["digits", file, "sweeps/digits.yaml"] {
            #expect(try SweepLookup.find(text, in: sample.store).name == "digits", "\(text)")
        }
    }

    @Test("a sweep that is named twice is wrong usage")
    func namedTwice() throws {
        let sample = try SampleStore()
        let error = #expect(throws: LookupError.self) { try SweepLookup.find(["digits", "digits"], in: sample.store) }
        #expect(error.map { CommandError($0) } == .wrongUsage("The sweep 'digits' is named twice."))
    }

    @Test("an unknown sweep is an error with what there is")
    func unknownSweeps() throws {
        let sample = try SampleStore()
        let file = sample.folder.appending(path: "other.yaml").path
        try Data("train: {data: digits, epochs: 1}\n".utf8).write(to: URL(filePath: file))
        func words(_ text: String) -> String { message { _ = try SweepLookup.find(text, in: sample.store) } }
        #expect(words("digit") == "'digit': no such sweep; did you mean 'digits'?")
        #expect(words("zzz\u{1b}") == "'zzz\\u{1b}': no such sweep; there are: digits.")
        #expect(
            words(file)
                == "'\(file)' is the file of the sweep 'other', which has not run yet; 'sweep run \(file)' runs it.")
        #expect(words("gone.yaml").hasPrefix("gone.yaml: There is no such file."))
    }

    @Test("a trial is found by enough of its beginning, and only then")
    func trials() throws {
        let sample = try SampleStore()
        let name = sample.trials[2].shortName
        func words(_ text: String, sweep: String? = nil) -> String {
            message { _ = try TrialLookup.find(text, sweep: sweep, in: sample.store) }
        }
        #expect(try TrialLookup.find(name, sweep: nil, in: sample.store).trial.id == sample.trials[2].id)
        #expect(words("") == "A trial's name is empty; 'sweep rank SWEEP' and 'sweep export SWEEP' name the trials.")
        #expect(
            words("zz") == "'zz': no trial's name begins so; 'sweep rank SWEEP' and 'sweep export SWEEP' name them.")
        #expect(words("digits") == "'digits' is a sweep; 'sweep rank digits' names its trials.")
        _ = try sample.store.register(
            Sweep(name: "other"), fileText: "", filePath: "", trials: [sample.trials[2].trial], at: sample.time)
        #expect(words(name) == "The trial \(name) is in 'digits' and 'other'; say which with '--sweep NAME'.")
        #expect(try TrialLookup.find(name, sweep: "other", in: sample.store).sweep.name == "other")
    }

    @Test("a trial that the sweep's file no longer asks for is left out and counted")
    func unplanned() throws {
        let sample = try SampleStore()
        _ = try sample.store.register(
            Sweep(name: "digits"), fileText: "", filePath: "", trials: sample.trials.dropFirst(2).map(\.trial),
            at: sample.time)
        let view = try sample.view()
        #expect(view.trials.count == 3)
        #expect(
            view.notes.map(\.sentence)
                == [
                    "2 trials that the sweep's file, with its data as they are now, no longer asks for are left out; "
                        + "'--all' shows them."
                ])
        let sweep = try SweepLookup.find("digits", in: sample.store)
        let all = try SweepView(of: sweep, in: sample.store, includingUnplanned: true)
        #expect(all.trials.count == 5 && all.notes.isEmpty)
    }
}
