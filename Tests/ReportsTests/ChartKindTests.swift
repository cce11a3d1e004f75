import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// What every kind of chart does.
@Suite struct ChartKindTests {
    private func metrics(_ values: [Double]) -> [String: [Double]] {
        Dictionary(uniqueKeysWithValues: ChartKind.allCases.flatMap(\.metrics).map { ($0, values) })
    }

    /// Configurations with different numbers and names, so that every kind has something to show.
    private func several(_ metrics: [String: [Double]]) -> [SweepView.TrialResult] {
        let attempts = [SweepView.Attempt(worker: "w", start: 0, end: 1)]
        return (1...8).map { number in
            let optimizer = number.isMultiple(of: 2) ? "adam" : "sgd"
            let shifted = metrics.mapValues { $0.map { $0 * Double(number) } }
            return trial(
                number, settings: ["lr": .int((number + 1) / 2), "optimizer": .string(optimizer)], attempts: attempts,
                shifted)
        }
    }

    @Test("there is none of a sweep that measured nothing", arguments: ChartKind.allCases)
    func nothing(kind: ChartKind) {
        #expect(kind.figure(of: results([])) == nil)
        #expect(!kind.need(judgedBy: "dev_accuracy").isEmpty)
        #expect(
            kind.figure(of: results([trial(1, state: .pending, [:]), trial(2, state: .failed, metrics([]))])) == nil)
        #expect(kind.figure(of: results([trial(1, state: .diverged, metrics([.nan, .infinity]))])) == nil)
    }

    @Test(
        "any values can be drawn", arguments: ChartKind.allCases,
        [
            [1], [0, 0], [1, .nan, 3], [-1, 2], [1e-300, 1e300], [1.7e308, -1.7e308],
        ] as [[Double]])
    func anyValues(kind: ChartKind, values: [Double]) throws {
        for seeds in 1...3 {
            let attempts = [SweepView.Attempt(worker: "w", start: 5, end: seeds == 1 ? nil : 5)]
            func one(
                _ number: Int, _ seed: Int, _ values: [Double], _ state: TrialState = .finished
            ) -> SweepView.TrialResult {
                trial(
                    number, seed: seed, state: state,
                    settings: ["lr": .int(number == 3 ? 2 : 1), "width": .int(number == 2 ? 2 : 1)],
                    attempts: attempts, metrics(values))
            }
            let trials = (1...seeds).flatMap { seed in
                [
                    one(1, seed, values), one(2, seed, values + [.infinity], .diverged),
                    one(3, seed, values.reversed() + [0.5]),
                ]
            }
            var canvas = RecorderCanvas()
            // Where all reach the same there is nothing to explain.
            guard let figure = kind.figure(of: results(trials)) else {
                #expect(kind == .importance)
                continue
            }
            figure.draw(on: &canvas)
            #expect(!canvas.lines.isEmpty)
        }
    }

    @Test("title, size and command are as asked for", arguments: ChartKind.allCases)
    func options(kind: ChartKind) throws {
        var options = ChartOptions()
        options.title = "A title"
        options.size = try FigureSize("3x3")
        options.command = "sweep chart x"
        let figure = try #require(kind.figure(of: results(several(metrics([1, 2]))), options: options))
        #expect(figure.title == "A title")
        #expect(figure.size == options.size)
        #expect(figure.command == "sweep chart x")
    }

    @Test("only so many curves have names, the best ones", arguments: [ChartKind.loss, .accuracy, .batchLoss, .lr])
    func top(kind: ChartKind) throws {
        let trials = (1...12).map { number in
            trial(
                number, settings: ["lr": .int(number)],
                metrics([0.1, 0.2]).merging([
                    "dev_accuracy": [0, Double(number)], "lr": [Double(number), Double(number) / 2],
                ]) { $1 })
        }
        var options = ChartOptions()
        options.top = 3
        let figure = try #require(kind.figure(of: results(trials), options: options))
        #expect(Set(figure.marks.compactMap { $0.key?.label }) == ["lr 12", "lr 11", "lr 10"])
        let said = kind == .batchLoss ? "Shown: the best 3 of 12 configurations" : "In colour: "
        #expect(figure.subtitle.contains(said))
    }
}
