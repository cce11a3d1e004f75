import Charts
import Foundation
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

@Suite struct OtherChartsTests {
    private func lines(_ figure: Figure) -> [LineMark] { figure.marks.compactMap { $0 as? LineMark } }

    @Test("batch loss is a smoothed line over the faint values")
    func batchLoss() throws {
        let noise = (0..<200).map { $0.isMultiple(of: 2) ? 1.0 : 3.0 }
        let figure = try #require(ChartKind.batchLoss.figure(of: results([trial(1, ["batch_loss": noise])])))
        let lines = lines(figure)
        #expect(lines.map(\.series) == ["all (raw)", "all"])
        #expect(lines[0].y == noise)
        #expect(lines[0].stroke.color.opacity < 0.3 && lines[1].stroke.color.opacity == 1)
        // Of 1, 3, 1, 3 and 1.
        #expect(lines[1].y[100] == 1.8)
        #expect(figure.subtitle == "One seed. Bold: the mean over 5 steps; faint: each step.")
    }

    @Test("the axis of steps is logarithmic from a decade on where numbers are predicted, from three where classes are")
    func scaleOfSteps() throws {
        func isLogarithmic(_ last: Double, classes: Bool) throws -> Bool {
            let accuracy = classes ? ["dev_accuracy": [0.5]] : [:]
            let losses = ["batch_loss": [1] + [Double](repeating: last, count: 2)]
            let trial = trial(1, losses.merging(accuracy) { $1 })
            return try #require(ChartKind.batchLoss.figure(of: results([trial]))).y.scale == .log
        }
        #expect(try !isLogarithmic(0.11, classes: false) && isLogarithmic(0.09, classes: false))
        #expect(try !isLogarithmic(0.0011, classes: true) && isLogarithmic(0.0009, classes: true))
    }

    @Test("configurations whose steps were not read are counted")
    func unread() throws {
        let unread = trial(2, ["batch_loss": [3, 2]])
        let figure = try #require(
            ChartKind.batchLoss.figure(
                of: results([
                    trial(1, ["batch_loss": [2, 1]]), SweepView.TrialResult(outcome: unread.outcome, series: [:]),
                ])))
        #expect(lines(figure).map(\.label) == ["lr 1"])
        #expect(figure.subtitle == "One seed. Shown: the best 1 of 2 configurations by dev_accuracy.")
    }

    @Test("accuracies far below the others ask for no room")
    func accuracyRoom() throws {
        var options = ChartOptions()
        options.top = 1
        let trials = [trial(1, ["dev_accuracy": [0.8, 0.9]]), trial(2, ["dev_accuracy": [0.1, 0.8]])]
        let figure = try #require(ChartKind.accuracy.figure(of: results(trials), options: options))
        var canvas = RecorderCanvas()
        figure.draw(on: &canvas)
        #expect(canvas.text.contains("“1 value lies below the plot.”"))
    }

    @Test("accuracy is never on a logarithmic axis")
    func accuracy() throws {
        let figure = try #require(
            ChartKind.accuracy.figure(of: results([trial(1, ["dev_accuracy": [0.001, 0.9]])])))
        #expect(figure.y == Axis("Dev accuracy"))
    }

    @Test("configurations with the same learning rates share a line, as does one that ended early")
    func sharedRates() throws {
        let settings: [[String: SettingValue]] = [
            ["optimizer": .string("adam"), "lr": .number(0.1)], ["optimizer": .string("sgd"), "lr": .number(0.1)],
            ["optimizer": .string("sgd"), "lr": .int(10)],
        ]
        let figure = try #require(
            ChartKind.lr.figure(
                of: results([
                    trial(1, state: .diverged, settings: settings[0], ["lr": [0.1]]),
                    trial(2, settings: settings[1], ["lr": [0.1, 0.1, 0.1]]),
                    trial(3, settings: settings[2], ["lr": [10, 5, 2]]),
                ])))
        #expect(lines(figure).map(\.label) == ["lr 0.1", "sgd, lr 10"])
        #expect(lines(figure).map(\.y) == [[0.1, 0.1], [10, 10, 5, 5, 2, 2]])
        #expect(lines(figure).map(\.x) == [[0, 3], [0, 1, 1, 2, 2, 3]])
        #expect(lines(figure).last?.columns == [DataColumn("x", [1, 2, 3]), DataColumn("y", [10, 5, 2])])
        #expect(figure.y.scale == .log)
        #expect(figure.x.label == "Epochs done, as milestones, t_0 and formulas count them")
        #expect(figure.subtitle == "Configurations with the same learning rates share a line.")
    }

    private func rates(_ trials: [SweepView.TrialResult]) -> Figure? { ChartKind.lr.figure(of: results(trials)) }

    @Test("a cosine down to nothing has a linear axis, and its restarts the epochs at which they are")
    func restarts() throws {
        let cosine = (0..<20).map { 0.05 * (1 + cos(.pi * Double($0 % 10) / 10)) }
        let figure = try #require(rates([trial(1, ["lr": cosine])]))
        #expect(figure.y.scale == .linear)
        #expect(figure.marks.compactMap { ($0 as? LabelMark)?.texts } == [["10"]])
        #expect(figure.subtitle == "Numbers mark restarts.")
        #expect(rates([trial(1, ["lr": [0.1, 0.3, 1, 0.5]])])?.marks.contains { $0 is LabelMark } == false)
    }

    @Test("restarts of all lines are one mark, so that near ones do not stand on each other")
    func restartsTogether() throws {
        func cosine(_ length: Int) -> [Double] {
            (0..<20).map { 0.05 * (1 + cos(.pi * Double($0 % length) / Double(length))) }
        }
        let figure = try #require(rates([trial(1, ["lr": cosine(10)]), trial(2, ["lr": cosine(11)])]))
        let restarts = figure.marks.compactMap { $0 as? LabelMark }
        #expect(restarts.map { $0.texts.sorted() } == [["10", "11"]])
        #expect(Set(restarts[0].colors).count == 2)
    }

    @Test("rates that a plateau lowers are drawn seed by seed, in one colour under one name")
    func seedsApart() throws {
        let figure = try #require(
            rates([
                trial(1, seed: 1, settings: ["decay": "plateau"], ["lr": [1, 0.1, 0.1]]),
                trial(1, seed: 2, settings: ["decay": "plateau"], ["lr": [1, 1, 0.1]]),
                trial(1, seed: 3, settings: ["decay": "plateau"], ["lr": [1, 1, 0.1]]),
                trial(2, settings: ["decay": "constant"], ["lr": [1, 1, 1]]),
            ]))
        #expect(lines(figure).map(\.label) == ["plateau", nil, "constant"])
        #expect(lines(figure).map(\.series) == ["plateau (1)", "plateau (2)", "constant"])
        #expect(Set(lines(figure).map(\.stroke.color)).count == 2)
        #expect(figure.subtitle == "Where seeds differ, each has a line.")
    }

    @Test("many seeds of one are thin, so that they do not hide the others")
    func manySeeds() throws {
        let plateaus = (0..<6).map { seed in
            trial(
                1, seed: seed + 1, settings: ["decay": "plateau"],
                ["lr": Array(repeating: 1, count: seed + 1) + Array(repeating: 0.1, count: 7 - seed)])
        }
        let figure = try #require(
            rates(plateaus + [trial(2, settings: ["decay": "constant"], ["lr": Array(repeating: 1, count: 8)])]))
        let widths = lines(figure).map(\.stroke.width)
        #expect(widths.count == 7 && widths.dropLast().allSatisfy { $0 < widths[6] })
    }

    @Test("batches of other sizes make other steps, not other rates of an epoch")
    func ratesOfEpochs() throws {
        func trained(_ number: Int, _ settings: [String: SettingValue], stepsPerEpoch: Int, rates: [Double])
            -> SweepView.TrialResult
        {
            let plain = trial(number, settings: settings, ["lr": rates])
            return SweepView.TrialResult(
                outcome: plain.outcome,
                series: [
                    "lr": SweepView.Series(
                        epochs: Array(1..<(rates.count + 1)), steps: rates.indices.map { stepsPerEpoch * ($0 + 1) },
                        values: rates)
                ], attempts: [])
        }
        let trials = [
            trained(1, ["optimizer": "sgd", "optimizer.momentum": .int(0), "lr": 1], stepsPerEpoch: 5, rates: [1, 1]),
            trained(2, ["optimizer": "adam", "optimizer.eps": 0.1, "lr": 1], stepsPerEpoch: 9, rates: [1, 1]),
            trained(3, ["optimizer": "adamw", "optimizer.eps": 0.1, "lr": 1], stepsPerEpoch: 9, rates: [1, 1]),
            trained(4, ["optimizer": "sgd", "optimizer.momentum": .int(0), "lr": 2], stepsPerEpoch: 9, rates: [2, 1]),
        ]
        let figure = try #require(rates(trials))
        #expect(lines(figure).map(\.label) == ["lr 1", "sgd momentum 0, lr 2"])
        // An option is no name without what it belongs to.
        let joined = try #require(rates(Array(trials[1...])))
        #expect(lines(joined).map(\.label) == ["lr 1", "sgd momentum 0, lr 2"])
    }

    @Test("rates that all share are one line without a name")
    func oneLine() throws {
        let figure = try #require(
            rates([
                trial(1, settings: ["loss": "mse"], ["lr": [1, 0.5]]),
                trial(2, settings: ["loss": "l1"], ["lr": [1, 0.5]]),
            ]))
        #expect(lines(figure).map(\.label) == [nil])
        #expect(figure.subtitle == "Configurations with the same learning rates share a line.")
    }

    @Test("decays to nothing leave a logarithmic axis rather than stretching it")
    func decayToNothing() throws {
        let trials = [1, 0.1, 0.01, 0.001].enumerated().map { number, rate in
            trial(number + 1, settings: ["lr": .number(rate)], ["lr": (0..<100).map { $0 == 99 ? 1e-12 : rate }])
        }
        let figure = try #require(rates(trials))
        #expect(figure.y.scale == .log && lines(figure).allSatisfy { $0.room.lowerBound == 1e-4 })
    }

    @Test("groups of parameters have lines of their own; frozen ones have none")
    func groups() throws {
        let figure = try #require(
            rates([trial(1, ["lr": [1, 1], "lr.layers.0.*": [0.5, 0.1], "lr.*.bias": [0, 0]])]))
        #expect(lines(figure).map(\.label) == ["other parameters", "layers.0.*"])
        #expect(Set(lines(figure).map(\.stroke.dash)).count == 2)
    }

    @Test("there is no chart of rates that never change, and it is said why")
    func constantRates() {
        let trials = [trial(1, ["lr": [1, 1]]), trial(2, ["lr": [0.1, 0.1]])]
        #expect(rates(trials) == nil)
        #expect(
            ChartKind.lr.absence(in: results(trials))
                == "its learning rates are the same from the first step to the last")
        #expect(ChartKind.lr.absence(in: results([trial(1, ["dev_loss": [1, 1]])])) == nil)
    }
}
