import Charts
import Settings
import Sweeps
import Testing

@testable import Reports

@Suite struct LossChartTests {
    private func figure(_ trials: [SweepResults.TrialResult]) throws -> Figure {
        try #require(ChartKind.loss.figure(of: results(trials)))
    }

    private func lines(_ figure: Figure) -> [LineMark] { figure.marks.compactMap { $0 as? LineMark } }

    @Test("shows training solid and dev dashed with its band, for each configuration in its colour")
    func trainAndDev() throws {
        let figure = try figure([
            trial(1, seed: 1, settings: ["optimizer": .string("adam")], ["train_loss": [2, 1], "dev_loss": [3, 2]]),
            trial(1, seed: 2, settings: ["optimizer": .string("adam")], ["train_loss": [2, 1], "dev_loss": [5, 2]]),
            trial(2, seed: 1, settings: ["optimizer": .string("sgd")], ["train_loss": [4, 3], "dev_loss": [5, 4]]),
            trial(2, seed: 2, settings: ["optimizer": .string("sgd")], ["train_loss": [4, 3], "dev_loss": [5, 4]]),
        ])
        #expect(figure.title == "digits: loss per epoch")
        #expect(figure.subtitle == "Mean of 2 seeds, band from the least to the greatest. Ring: best epoch.")
        #expect(figure.styleKeys.map(\.label) == ["train", "dev"])
        #expect(figure.y == Axis("Loss"))
        let lines = lines(figure)
        #expect(lines.map(\.series) == ["adam (train)", "adam (dev)", "sgd (train)", "sgd (dev)"])
        #expect(lines.map(\.label) == [nil, "adam", nil, "sgd"])
        #expect(lines.map(\.stroke.dash) == [.solid, .dashed, .solid, .dashed])
        #expect(lines[0].stroke.color == lines[1].stroke.color && lines[1].stroke.color != lines[2].stroke.color)
        #expect(lines[1].y == [4, 2])
        let bands = figure.marks.compactMap { $0 as? BandMark }
        #expect(bands.map(\.series) == ["adam (dev)"])
        #expect(bands[0].low == [3, 2] && bands[0].high == [5, 2])
    }

    @Test("without a dev set it shows training alone, and its axis says so")
    func trainingOnly() throws {
        let figure = try figure([trial(1, ["train_loss": [2, 1]])])
        #expect(figure.y == Axis("Train loss"))
        #expect(figure.styleKeys == [])
        #expect(lines(figure).map(\.label) == [nil])
        #expect(lines(figure).map(\.stroke.dash) == [.solid])
        #expect(figure.subtitle == "One seed. Ring: best epoch.")
    }

    @Test("the axis is logarithmic where the loss spans two powers of ten")
    func logarithmic() throws {
        #expect(try figure([trial(1, ["train_loss": [2, 0.019]])]).y.scale == .log)
        #expect(try figure([trial(1, ["train_loss": [2, 0.021]])]).y.scale == .linear)
        #expect(try figure([trial(1, ["train_loss": [2, 0]])]).y.scale == .linear)
    }

    @Test("a diverged seed is left out of the mean; a configuration all of whose seeds diverged ends in a cross")
    func diverged() throws {
        let figure = try figure([
            trial(1, seed: 1, ["dev_loss": [3, 2]]),
            trial(1, seed: 2, state: .diverged, ["dev_loss": [99, .infinity]]),
            trial(2, seed: 1, state: .diverged, ["dev_loss": [4, .infinity]]),
            trial(3, state: .running, ["dev_loss": [3]]),
        ])
        #expect(
            figure.subtitle
                == "One seed. Ring: best epoch. Of 4 trials: 1 running, 2 diverged; a cross marks the end of what diverged; means leave "
                + "out seeds that diverged.")
        let lines = lines(figure)
        #expect(lines.map(\.y) == [[3, 2], [4], [3]])
        #expect(lines.map(\.isBroken) == [false, true, false])
    }

    @Test("the best epoch has a ring, and each seed that diverged among others a cross where it ended")
    func marked() throws {
        let figure = try figure([
            trial(1, seed: 1, ["dev_loss": [3, 1, 2]]), trial(1, seed: 2, ["dev_loss": [3, 1, 2]]),
            trial(1, seed: 3, state: .diverged, ["dev_loss": [3, 4, .nan]]),
        ])
        let dots = figure.marks.compactMap { $0 as? DotMark }
        #expect(dots.map(\.shape) == [.ring, .cross])
        #expect(dots.map(\.x) == [[2], [2]] && dots.map(\.y) == [[1], [4]])
    }

    @Test("grey lines far above the others ask for no room, and the chart says so")
    func ceiling() throws {
        var options = ChartOptions()
        options.top = 1
        let trials = [
            trial(1, ["dev_loss": [3, 2], "dev_accuracy": [0.5, 0.6]]),
            trial(2, ["dev_loss": [3, 500], "dev_accuracy": [0.5, 0.1]]),
        ]
        let figure = try #require(ChartKind.loss.figure(of: results(trials), options: options))
        var canvas = RecorderCanvas()
        figure.draw(on: &canvas)
        #expect(canvas.text.contains("“1 value lies above the plot.”"))
        #expect(figure.styleKeys.map(\.label) == ["other configurations (1)"])
    }
}
