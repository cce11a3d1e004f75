import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// How a sweep went: histories, times and workers.
@Suite struct SweepCourseChartsTests {
    @Test("history: trials in the order of their ends, with the best so far as stairs")
    func history() throws {
        func one(_ number: Int, end: Double, _ accuracy: Double, state: TrialState = .finished)
            -> SweepView
            .TrialResult
        {
            trial(
                number, state: state, attempts: [.init(worker: "w", start: 0, end: end)],
                ["dev_accuracy": [accuracy]])
        }
        let figure = try figure(
            .history,
            [one(1, end: 4, 0.6), one(2, end: 1, 0.5), one(3, end: 2, 0.4), one(4, end: 3, 0.9, state: .pruned)])
        let line = try #require(marks(figure, LineMark.self).first)
        #expect(line.x == [1, 4, 4, 4] && line.y == [0.5, 0.5, 0.6, 0.6])
        let dots = marks(figure, DotMark.self)
        #expect(dots.map(\.label) == ["finished", "ended early"])
        #expect(dots[1].y.map(\.isNaN) == [true, true, false, true])
        #expect(figure.subtitle == "Dot: a trial at its best epoch. Of 4 trials: 1 pruned.")
    }

    @Test("history: what diverged is a cross at the bad edge, and one trial has no line")
    func historyOfDiverged() throws {
        let chart = try figure(
            .history,
            [trial(1, ["dev_accuracy": [0.5]]), trial(2, state: .diverged, ["dev_accuracy": [0.4]])])
        let cross = try #require(marks(chart, BeyondMark.self).first)
        #expect(cross.label == "diverged" && cross.edge == .bottom && cross.at == [2])
        #expect(try marks(figure(.history, [trial(1, ["dev_accuracy": [0.5]])]), LineMark.self).isEmpty)
    }

    @Test("values far from the best have no room where that hides the others, and the chart says so")
    func outliers() throws {
        let near = (1...6).map { trial($0, ["dev_accuracy": [0.9 + 0.01 * Double($0)]]) }
        let chart = try figure(.history, near + [trial(7, ["dev_accuracy": [0.1]])])
        #expect(
            chart.subtitle == "Dot: a trial at its best epoch. 1 value lies below the plot. Triangles point to them.")
        #expect(marks(chart, DotMark.self)[0].y[6].isNaN)
        #expect(marks(chart, BeyondMark.self).map(\.at) == [[7]])
        #expect(try figure(.history, near).y.domain == nil)
    }

    @Test("pareto: only what no other beats in both is on the front")
    func pareto() throws {
        func one(_ number: Int, _ seconds: Double, _ accuracy: Double) -> SweepView.TrialResult {
            trial(number, settings: ["lr": .int(number)], seconds: seconds, ["dev_accuracy": [accuracy]])
        }
        let figure = try figure(
            .pareto, [one(1, 1, 0.5), one(2, 2, 0.4), one(3, 3, 0.9), one(4, 3, 0.8), one(5, 4, 0.9)])
        let dots = marks(figure, DotMark.self)
        #expect(dots.map(\.series) == ["others", "lr 3", "lr 1"])
        #expect(dots[0].x.sorted() == [2, 3, 4] && dots[1].x == [3] && dots[2].x == [1])
        #expect(marks(figure, LineMark.self)[0].x == [1, 3, 3, 4])
        #expect(marks(figure, CalloutMark.self)[0].names == ["lr 3", "lr 1"])
        #expect(figure.x == Axis("Time of a trial", unit: "s"))
    }

    @Test("pareto: room for names is no room for shares above 1")
    func shares() throws {
        let trials = [(1, 0.5), (2, 1.0)].map { trial($0, settings: ["lr": .int($0)], ["dev_accuracy": [$1]]) }
        let domain = try #require(try figure(.pareto, trials).y.domain)
        #expect(domain.upperBound > 1 && domain.upperBound < 1.02)
    }

    @Test("pareto: a difference of time below the noise of starting puts nobody on the front")
    func paretoNoise() throws {
        func one(_ number: Int, _ seconds: Double, _ accuracy: Double, seed: Int = 1) -> SweepView.TrialResult {
            trial(number, seed: seed, settings: ["lr": .int(number)], seconds: seconds, ["dev_accuracy": [accuracy]])
        }
        let close = try figure(.pareto, [one(1, 2, 0.5), one(2, 2.09, 0.6), one(3, 3, 0.9)])
        #expect(marks(close, DotMark.self).map(\.series) == ["others", "lr 3", "lr 2"])
        #expect(close.subtitle.contains("Times that differ by less than 0.10 s count as equal."))
        let apart = try figure(.pareto, [one(1, 2, 0.5), one(2, 2.5, 0.6), one(3, 3, 0.9)])
        #expect(marks(apart, DotMark.self).map(\.series) == ["others", "lr 3", "lr 2", "lr 1"])
        // Seeds of one configuration that differ by a second say how much a time means.
        let noisy = try figure(
            .pareto,
            [one(1, 2, 0.5), one(1, 3, 0.5, seed: 2), one(2, 2.5, 0.6), one(2, 3.5, 0.6, seed: 2), one(3, 9, 0.9)])
        #expect(marks(noisy, DotMark.self).map(\.series) == ["others", "lr 3", "lr 2"])
    }

    @Test("pareto: costs can be steps, which have no noise")
    func paretoSteps() throws {
        let trials = [
            trial(1, settings: ["lr": .int(1)], ["dev_accuracy": [0.5]]),
            trial(2, settings: ["lr": .int(2)], ["dev_accuracy": [0.5, 0.6]]),
        ]
        let steps = try figure(.pareto, trials) { $0.progress = .step }
        #expect(steps.x.label == "Steps of a trial" && steps.x.unit == nil)
        #expect(marks(steps, DotMark.self).map(\.x) == [[], [20], [10]])
        #expect(!steps.subtitle.contains("count as equal"))
        #expect(try figure(.pareto, trials) { $0.progress = .epoch }.x.label == "Epochs of a trial")
    }

    @Test("timeline: a row per worker in the order of their numbers, a colour per end")
    func timeline() throws {
        let figure = try figure(
            .timeline,
            [
                trial(
                    1,
                    attempts: [
                        .init(worker: "local 10", start: 100, end: 110), .init(worker: "local 2", start: 120, end: 150),
                    ], ["dev_accuracy": [1]]),
                trial(2, state: .running, attempts: [.init(worker: "local 10", start: 140, end: nil)], [:]),
            ])
        #expect(figure.y == Axis("Worker", categories: ["local 2", "local 10"]))
        let spans = marks(figure, SpanMark.self)
        #expect(spans.map(\.label) == ["finished", "running", "interrupted"])
        #expect(spans.map(\.rows) == [[0], [1], [1]])
        #expect(spans.map(\.from) == [[20], [40], [0]] && spans.map(\.to) == [[50], [50], [10]])
        #expect(
            figure.subtitle == "Bar: an attempt at a trial. 2 workers, busy 50 % of the time. Of 2 trials: 1 running.")
    }

    @Test("timeline: where all ended alike the colours are those of the optimizer")
    func timelineOfFinished() throws {
        let trials = gridTrials.map { one in
            SweepView.TrialResult(
                outcome: one.outcome, series: [:], attempts: [.init(worker: "w", start: 0, end: 1)])
        }
        #expect(try marks(figure(.timeline, trials), SpanMark.self).map(\.label) == ["sgd", "adam"])
    }
}
