import Analysis
import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// What may be chosen about curves.
@Suite struct CurveOptionsTests {
    private func figure(
        _ kind: ChartKind, _ trials: [SweepView.TrialResult], _ change: (inout ChartOptions) -> Void
    ) throws -> Figure {
        var options = ChartOptions()
        change(&options)
        return try #require(kind.figure(of: results(trials), options: options))
    }

    private func lines(_ figure: Figure) -> [LineMark] { figure.marks.compactMap { $0 as? LineMark } }

    private func seeds(_ values: [[Double]]) -> [SweepView.TrialResult] {
        values.enumerated().map { trial(1, seed: $0 + 1, ["dev_loss": $1]) }
    }

    @Test(
        "the band is what was asked for",
        arguments: [
            (CurveBand.range, 1.0, 6.0, "Mean of 3 seeds, band from the least to the greatest."),
            // Squares of −2, −1 and 3 are 14 together; 14 / 2 = 7.
            (.sd, 3 - 7.0.squareRoot(), 3 + 7.0.squareRoot(), "Mean of 3 seeds, band ± 1 standard deviation."),
            // Student's t for two degrees of freedom: 4.303.
            (.interval, -3.572, 9.572, "Mean of 3 seeds, band: the 95 % interval of the mean."),
        ])
    func bands(band: CurveBand, low: Double, high: Double, words: String) throws {
        let figure = try figure(.loss, seeds([[1, 1], [2, 2], [6, 6]])) { $0.band = band }
        let mark = try #require(figure.marks.compactMap { $0 as? BandMark }.first)
        #expect(abs(mark.low[0] - low) < 1e-3 && abs(mark.high[0] - high) < 1e-3)
        #expect(figure.subtitle == words + " Ring: best epoch.")
    }

    @Test("without a band there is none, and an interval says that it takes three seeds")
    func noBand() throws {
        let none = try figure(.loss, seeds([[1], [2], [6]])) { $0.band = CurveBand.none }
        #expect(!none.marks.contains { $0 is BandMark })
        #expect(none.subtitle == "Mean of 3 seeds.")
        let two = try figure(.loss, seeds([[1], [2]])) { $0.band = .interval }
        #expect(two.subtitle == "Mean of 2 seeds, no interval: that takes 3 seeds.")
    }

    @Test("curves run over steps or over the time that epochs took")
    func progress() throws {
        let metrics = ["dev_loss": [3.0, 2, 1], "epoch_seconds": [10.0, 20, 30], "lr": [1.0, 1, 1]]
        let steps = try figure(.loss, [trial(1, metrics)]) { $0.progress = .step }
        #expect(lines(steps)[0].x == [10, 20, 30] && steps.x.label == "Step")
        let time = try figure(.loss, [trial(1, metrics)]) { $0.progress = .time }
        #expect(lines(time)[0].x == [10, 30, 60] && time.x.label == "Training time" && time.x.unit == "s")
        #expect(time.title == "digits: loss over time")
        let falling = metrics.merging(["lr": [3, 2, 1]]) { $1 }
        let rates = try figure(.lr, [trial(1, falling)]) { $0.progress = .time }
        #expect(lines(rates)[0].x == [0, 10, 10, 30, 30, 60])
        var options = ChartOptions()
        options.progress = .time
        #expect(ChartKind.loss.figure(of: results([trial(1, ["dev_loss": [1]])]), options: options) == nil)
    }

    @Test("the steps of an epoch lie evenly over it")
    func stepsOverEpochs() throws {
        let series = SweepView.Series(epochs: [1, 1, 2, 2], steps: [1, 2, 3, 4], values: [4, 3, 2, 1])
        let seconds = SweepView.Series(epochs: [1, 2], steps: [2, 4], values: [1, 3])
        let one = SweepView.TrialResult(
            outcome: trial(1, ["batch_loss": [4, 1]]).outcome,
            series: ["batch_loss": series, "epoch_seconds": seconds])
        let epochs = try figure(.batchLoss, [one]) { $0.progress = .epoch }
        #expect(lines(epochs)[0].x == [0.5, 1, 1.5, 2])
        let time = try figure(.batchLoss, [one]) { $0.progress = .time }
        #expect(lines(time)[0].x == [0.5, 1, 2.5, 4])
    }

    @Test("colours stand for the values of a hyperparameter, each in the legend once")
    func color() throws {
        let trials = (1...10).map { number in
            trial(
                number,
                settings: ["optimizer": .string(number.isMultiple(of: 2) ? "adam" : "sgd"), "lr": .int(number)],
                ["dev_loss": [2, 1], "dev_accuracy": [Double(number)]])
        }
        let figure = try figure(.loss, trials) { $0.color = "optimizer" }
        let lines = lines(figure)
        #expect(lines.count == 10)
        #expect(lines.allSatisfy { $0.label == nil })
        #expect(figure.colorKeys.map(\.label) == ["sgd", "adam"])
        #expect(!figure.marks.contains { $0 is BandMark || $0 is DotMark })
        #expect(Set(lines.map(\.stroke.color)).count == 2)
        #expect(figure.subtitle == "One seed. Colours are values of optimizer.")
    }

    @Test("smoothed curves say so, and the axis is logarithmic if asked")
    func smoothing() throws {
        let figure = try figure(.accuracy, [trial(1, ["dev_accuracy": [0, 3, 0, 3, 0]])]) {
            $0.smoothing = 3
            $0.isLogarithmic = true
        }
        #expect(lines(figure)[0].y == [0, 1, 2, 1, 1.5])
        #expect(figure.y.scale == .log)
        #expect(figure.subtitle == "One seed. Smoothed: each point is the mean over 3.")
    }

    @Test("trials of several sweeps are told apart by the sweep's name")
    func joining() throws {
        let trials = [("a", 2.0, 0.5), ("b", 1.0, 0.6)].enumerated().map { place, one in
            let own = trial(
                place + 1, settings: ["lr": .int(1)], ["dev_loss": [one.1], "dev_accuracy": [one.2]])
            let outcome = TrialOutcome(
                trial: own.trial, configurationNumber: place + 1, state: .finished, summaries: own.outcome.summaries,
                seconds: 1, labels: ["sweep": .string(one.0)])
            return SweepView.TrialResult(outcome: outcome, series: own.series, source: place)
        }
        let both = SweepView(
            sources: [SweepSource(name: "a"), SweepSource(name: "b", offset: 1)], objective: Objective(),
            trials: trials)
        let figure = try #require(ChartKind.loss.figure(of: both))
        #expect(figure.title == "a and b: loss per epoch")
        #expect(lines(figure).map(\.label) == ["b", "a"])
        #expect(both.parameters == ["sweep", "lr"])
    }

    @Test("a panel for each value of a hyperparameter, in which what has one name has one colour")
    func facets() throws {
        let trials = (0..<6).map { index in
            trial(
                index + 1,
                settings: ["optimizer": .string(index < 3 ? "sgd" : "adam"), "lr": .int(index % 3 + index / 3)],
                ["dev_loss": [2, 1], "dev_accuracy": [Double(index)]])
        }
        let figure = try figure(.loss, trials) {
            $0.facet = "optimizer"
            $0.top = 2
        }
        #expect(figure.panels.map(\.title) == ["sgd", "adam"])
        let named = figure.panels.map { $0.marks.compactMap { $0 as? LineMark }.filter { $0.label != nil } }
        #expect(named.map { $0.map(\.label) } == [["lr 2", "lr 1"], ["lr 3", "lr 2"]])
        #expect(named[0][0].stroke.color == named[1][1].stroke.color)
        #expect(figure.styleKeys.map(\.label) == ["other configurations"])
        #expect(
            figure.subtitle
                == "One seed. In colour: the best 2 configurations of each panel by dev_accuracy. Ring: best epoch.")
        let all = try self.figure(.loss, trials) { $0.facet = "optimizer" }
        #expect(all.subtitle == "One seed. Ring: best epoch." && all.styleKeys == [])
    }

    @Test("of panels that have nothing in common so many lines are coloured as the legend names")
    func namedInPanels() throws {
        let trials = (0..<24).map { index in
            trial(
                index + 1, settings: ["optimizer": .string("o\(index / 6)"), "lr": .int(index)],
                ["dev_loss": [2, 1], "dev_accuracy": [Double(index)]])
        }
        let figure = try figure(.loss, trials) { $0.facet = "optimizer" }
        let labels = figure.panels.map { $0.marks.compactMap(\.key?.label) }
        #expect(labels == [["lr 5", "lr 4"], ["lr 11", "lr 10"], ["lr 17", "lr 16"], ["lr 23", "lr 22"]])
        #expect(Set(lines(figure).filter { $0.label != nil }.map(\.stroke.color)).count == 8)
        #expect(figure.subtitle.contains("In colour: the best 2 configurations of each panel by dev_accuracy."))
    }

    @Test("panels over time share its unit")
    func facetsOverTime() throws {
        let trials = [0.001, 1000.0].enumerated().map { index, seconds in
            trial(
                index + 1, settings: ["optimizer": .string("o\(index)")],
                ["dev_loss": [2, 1], "epoch_seconds": [seconds, seconds], "dev_accuracy": [1]])
        }
        let figure = try figure(.loss, trials) {
            $0.facet = "optimizer"
            $0.progress = .time
        }
        #expect(figure.x.unit == "min")
        let lines = lines(figure)
        #expect(abs(lines[0].x[1] - 0.002 / 60) < 1e-9 && abs(lines[1].x[1] - 2000 / 60) < 1e-9)
    }

    @Test("very many numbers share a scale of colours, which a bar explains")
    func colorScale() throws {
        let trials = (1...12).map { number in
            trial(number, settings: ["lr": .int(number)], ["dev_loss": [2, 1], "dev_accuracy": [Double(number)]])
        }
        for kind in [ChartKind.loss, .slices] {
            let figure = try figure(kind, trials) { $0.color = "lr" }
            #expect(figure.colorBar?.title == "lr")
            #expect(figure.marks.allSatisfy { $0.key == nil })
        }
        #expect(try figure(.loss, Array(trials.prefix(8))) { $0.color = "lr" }.colorBar == nil)
    }
}
