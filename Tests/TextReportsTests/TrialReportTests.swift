import Analysis
import Foundation
import ResultsStore
import SampleSweeps
import Settings
import SweepViews
import Sweeps
import Testing

@testable import TextReports

@Suite("Show, compare, status and list")
struct TrialReportTests {
    @Test("a trial is shown with its hyperparameters, attempts and metrics")
    func show() throws {
        let sample = try SampleStore()
        let trial = sample.trials[3]
        let report = ShowReport(view: try sample.view(of: [3]), folder: "results/digits/trials/x")
        #expect(
            report.text(for: .none) == """
                trial          \(trial.shortName)
                sweep          digits
                configuration  2
                seed           2
                state          diverged
                why            loss not finite at step 20
                folder         results/digits/trials/x
                data           digits
                epochs         9
                optimizer      adam
                optimizer.eps  1e-8

                attempt  started             took  worker    end
                      1  \(Words.time(sample.time))  1.50 s  worker 1  diverged: loss not finite at step 20

                metric        last  at epoch  best  at epoch  values  not finite from step
                batch_loss     0.1         2   0.1         1       4                    11
                dev_accuracy   nan         2   0.9         1       2                    20

                """)
        #expect(report.json.contains(#""first_non_finite":{"epoch":2,"step":20,"value":"nan"}"#))
        #expect(report.json.contains(#""started":"2023-11-14T22:13:20.000Z""#))
    }

    @Test("what a trial was computed with is shown once, or of each attempt where they differ")
    func machines() throws {
        func lines(_ kernels: [String?]) throws -> [String] {
            let attempts = kernels.enumerated().map { index, kernels in
                SweepView.Attempt(
                    number: index + 1, worker: "w", start: 0, end: 1,
                    machine: kernels.map { Machine(processor: "P", kernels: $0) })
            }
            let outcome = TrialOutcome(
                trial: try SampleStore().trials[0].trial, configurationNumber: 1, state: .finished, summaries: [:],
                seconds: nil)
            let trials = [SweepView.TrialResult(outcome: outcome, series: [:], attempts: attempts)]
            let report = ShowReport(view: SweepView(sweep: "x", objective: Objective(), trials: trials), folder: "f")
            let all = report.text(for: .none).split(separator: "\n").map(String.init)
            return all.filter { $0.contains("P, ") }.map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(try lines([nil, nil]).isEmpty)
        #expect(try lines(["x", "x"]) == ["computed with  P, x"])
        #expect(try lines(["x", nil, "y"]) == ["computed with  attempt 1: P, x", "attempt 3: P, y"])
    }

    @Test("a trial that has not begun is shown in words")
    func pending() throws {
        let outcome = TrialOutcome(
            trial: try SampleStore().trials[0].trial, configurationNumber: 1, state: .pending, summaries: [:],
            seconds: nil)
        let trials = [SweepView.TrialResult(outcome: outcome, series: [:])]
        let report = ShowReport(view: SweepView(sweep: "x", objective: Objective(), trials: trials), folder: "f")
        #expect(report.text(for: .none).hasSuffix("\nNo attempts yet.\n\nNothing measured yet.\n"))
    }

    @Test("trials side by side show what differs and every metric")
    func compare() throws {
        let report = CompareReport(view: try SampleStore().view(of: [0, 3]))
        let lines = report.text(for: .none).split(separator: "\n").map(String.init)
        #expect(lines.contains("optimizer                       sgd              adam"))
        #expect(lines.contains("seed                              1                 2"))
        #expect(lines.contains("best dev_accuracy  0.7500 (epoch 2)  0.9000 (epoch 1)"))
        #expect(lines.last == "2 hyperparameters the same in all.")
        #expect(!lines.contains { $0.hasPrefix("epochs") })
        #expect(report.json.contains(#""varying":["optimizer","optimizer.eps"]"#))
    }

    @Test("what a constant guess comes to is compared only where it differs")
    func constantGuesses() throws {
        func text(_ guesses: [Double]) throws -> String {
            let trials = guesses.enumerated().map { place, guess in
                let point = MetricPoint(epoch: 1, step: 1, value: guess)
                return SweepView.TrialResult(
                    outcome: TrialOutcome(
                        trial: Trial(configuration: Configuration(["lr": 0.1]), seed: place + 1, data: "d"),
                        configurationNumber: 1, state: .finished,
                        summaries: [
                            "constant_dev_accuracy": MetricSummary(of: point), "dev_accuracy": MetricSummary(of: point),
                        ], seconds: nil), series: [:])
            }
            return CompareReport(view: SweepView(sweep: "x", objective: Objective(), trials: trials)).text(for: .none)
        }
        #expect(try text([0.1, 0.2]).contains("last constant_dev_accuracy"))
        #expect(try !text([0.1, 0.1]).contains("constant_"))
        #expect(try text([0.1, 0.1]).contains("last dev_accuracy"))
    }

    @Test("the status counts trials by state, and shows those that run and those that broke")
    func status() throws {
        let sample = try SampleStore()
        let view = try sample.view()
        let report = StatusReport(view: view, now: sample.time.addingTimeInterval(42), isScheduled: true)
        #expect(
            report.text(for: .none) == """
                digits: 5 trials (1 running, 3 finished, 1 diverged)

                running       seed  attempt  epoch  last dev_accuracy    best   for
                \(view.trials[4].shortName)     1        1    1/9             0.1000  0.1000  42 s

                trial         seed  state     why
                \(view.trials[3].shortName)     2  diverged  loss not finite at step 20

                """)
        #expect(report.json.contains(#""seconds":42"#))
        let killed = StatusReport(view: view, now: sample.time, isScheduled: false)
        #expect(
            killed.text(for: .none).contains(
                "No run is under way: the last one was killed. "
                    + "'sweep run sweeps/digits.yaml' goes on with 1 trial that it left."))
    }

    @Test("sweeps are listed with their best, and none is said in words")
    func list() throws {
        let sample = try SampleStore()
        let text = ListReport(sweeps: [try sample.view()]).text(for: .none)
        #expect(
            text == """
                sweep   trials  finished  others                  best  metric        last run          file
                digits       5         3  1 running, 1 diverged  0.625  dev_accuracy  \(Words.time(sample.time))  sweeps/digits.yaml

                """)
        #expect(ListReport(sweeps: []).text(for: .none) == "No sweeps yet; 'sweep run FILE' runs the first.")
        #expect(ListReport(sweeps: []).json == "[]")
    }
}
