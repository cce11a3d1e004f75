import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

@Suite struct LossChartTests {
    private func figure(_ trials: [SweepView.TrialResult]) throws -> Figure {
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

    @Test("the axis is logarithmic where the loss of a regression spans a power of ten")
    func logarithmic() throws {
        #expect(try figure([trial(1, ["train_loss": [2, 0.19]])]).y.scale == .log)
        #expect(try figure([trial(1, ["train_loss": [2, 0.21]])]).y.scale == .linear)
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
        #expect(dots.map(\.shape) == [.ring])
        #expect(dots.map(\.x) == [[2]] && dots.map(\.y) == [[1]])
        let crosses = figure.marks.compactMap { $0 as? BreakMark }
        #expect(crosses.map(\.x) == [[2]] && crosses.map(\.y) == [[4]])
        #expect(figure.subtitle.contains("1 diverged; a cross marks the end of what diverged"))
    }

    @Test("grey lines are drawn as the dev set's, and end in a cross if they diverged")
    func context() throws {
        var options = ChartOptions()
        options.top = 1
        let metrics = ["train_loss": [2.0, 1], "dev_loss": [3.0, 2], "dev_accuracy": [0.5, 0.6]]
        let trials = [
            trial(1, metrics), trial(2, metrics), trial(3, state: .diverged, metrics), trial(4, state: .diverged, [:]),
        ]
        let figure = try #require(ChartKind.loss.figure(of: results(trials), options: options))
        let grey = lines(figure).filter { $0.stroke.color == Theme.light.context }
        #expect(grey.map(\.stroke.dash) == [.dashed, .dashed] && grey.map(\.isBroken) == [false, true])
        #expect(figure.styleKeys.map(\.label) == ["train", "dev", "other configurations (2, dev)"])
        #expect(figure.subtitle.contains("2 diverged (1 before there was a value to draw); a cross"))
    }

    @Test("where dashes tell configurations apart, the key says that width tells the sets")
    func keyOfWidths() throws {
        let trials = (1...12).map { trial($0, ["train_loss": [1, 0.5], "dev_loss": [1, 0.1 * Double($0)]]) }
        let figure = try figure(trials)
        #expect(Set(figure.marks.compactMap { ($0 as? LineMark)?.stroke.dash }).count > 1)
        #expect(figure.styleKeys.prefix(2).map(\.label) == ["train (thin)", "dev (thick)"])
    }

    @Test("of many configurations the best one alone has a band, and no more have colours than can be named")
    func many() throws {
        let trials = (1...20).flatMap { number in
            (1...2).map { seed in
                trial(
                    number, seed: seed, settings: ["lr": .int(number)],
                    ["dev_loss": [2, Double(seed)], "dev_accuracy": [Double(number)]])
            }
        }
        var options = ChartOptions()
        options.top = 18
        let figure = try #require(ChartKind.loss.figure(of: results(trials), options: options))
        #expect(figure.marks.compactMap { ($0 as? BandMark)?.series } == ["lr 20 (dev)"])
        #expect(lines(figure).compactMap(\.label).count == 16)
        #expect(
            figure.subtitle
                == "Mean of 2 seeds, band of the best from the least to the greatest. In colour: the best 16 of 20 "
                + "configurations by dev_accuracy; more than these no legend could tell apart.")
        options.band = .range
        let all = try #require(ChartKind.loss.figure(of: results(trials), options: options))
        #expect(all.marks.count { $0 is BandMark } == 16)
        #expect(all.subtitle.hasPrefix("Mean of 2 seeds, band from the least to the greatest."))
    }

    @Test("on a logarithmic axis bands are as high below the mean as above, and the chart says so")
    func logarithmicBands() throws {
        let figure = try figure([
            trial(1, seed: 1, ["dev_loss": [2, 0.001]]), trial(1, seed: 2, ["dev_loss": [2, 0.002]]),
            trial(1, seed: 3, ["dev_loss": [2, 0.04]]),
        ])
        let band = try #require(figure.marks.compactMap { $0 as? BandMark }.first)
        #expect(band.low[0] == 2 && abs(band.low[1] * band.high[1] - 0.043 * 0.043 / 9) < 1e-12)
        #expect(
            figure.subtitle
                == "Mean of 3 seeds, band ± 1 standard deviation. Bands reach no further below the mean than above. Ring: best epoch."
        )
    }

    @Test("a single epoch is hollow for training and full for dev, in the plot as in the key")
    func oneEpoch() throws {
        let figure = try figure([trial(1, ["train_loss": [2], "dev_loss": [3]])])
        #expect(lines(figure).map(\.pointShape) == [.ring, .circle])
        let shapes = figure.styleKeys.map { key in
            if case .dot(let shape, _, _) = key.sample { shape } else { nil as DotShape? }
        }
        #expect(shapes == [.ring, .circle])
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
