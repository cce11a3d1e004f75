import Charts
import Foundation
import Settings
import Sweeps
import Testing

@testable import Reports

/// Charts of what trials came to.
@Suite struct OutcomeChartsTests {
    private func figure(
        _ kind: ChartKind, _ trials: [SweepResults.TrialResult],
        _ change: (inout ChartOptions) throws -> Void = { _ in }
    ) throws -> Figure {
        var options = ChartOptions()
        try change(&options)
        return try #require(kind.figure(of: results(trials), options: options))
    }

    private func marks<Kind: Mark>(_ figure: Figure, _: Kind.Type) -> [Kind] {
        figure.marks.compactMap { (($0 as? ShiftedMark)?.mark ?? $0) as? Kind }
    }

    /// Three seeds of a configuration around an accuracy.
    private func seeds(
        _ number: Int, _ settings: [String: SettingValue], around accuracy: Double, seconds: Double = 1
    ) -> [SweepResults.TrialResult] {
        [-0.01, 0, 0.01].enumerated().map { seed, shift in
            trial(
                number, seed: seed + 1, settings: settings, seconds: seconds,
                ["dev_accuracy": [accuracy + shift * Double(number)]])
        }
    }

    @Test("final: the best on top with their intervals, the tied group in its colour")
    func final() throws {
        let figure = try figure(
            .final,
            seeds(1, ["lr": .int(1)], around: 0.5) + seeds(2, ["lr": .int(2)], around: 0.9)
                + seeds(3, ["lr": .int(3)], around: 0.89))
        #expect(figure.y == Axis("", categories: ["lr 2", "lr 3", "lr 1"]))
        #expect(figure.subtitle == "Dot: mean of 3 seeds; small: each seed; bar: 95 % interval of the mean.")
        #expect(figure.styleKeys.map(\.label) == ["tied with the best", "worse"])
        let dots = marks(figure, DotMark.self).filter { ["tied with the best", "worse"].contains($0.series) }
        #expect(dots.map(\.shape) == [.circle, .ring])
        #expect(dots.map(\.y) == [[0, 1], [2]])
        #expect(zip(dots[0].x, [0.9, 0.89]).allSatisfy { abs($0 - $1) < 1e-12 })
        // The quantile of Student's t for two degrees of freedom is 4.303, the standard error 0.02 / √3.
        let interval = marks(figure, IntervalMark.self)[0]
        #expect(abs(interval.high[0] - (0.9 + 4.30265 * 0.02 / 3.0.squareRoot())) < 1e-6)
    }

    @Test("final: no interval of an accuracy reaches above 1, and no axis")
    func finalWithinLimits() throws {
        let figure = try figure(
            .final, seeds(1, ["lr": .int(1)], around: 0.98) + seeds(2, ["lr": .int(2)], around: 0.9))
        let interval = marks(figure, IntervalMark.self)
        #expect(interval.flatMap(\.high).max() == 1)
        #expect(figure.x.limits == 0...1)
    }

    @Test("final: what came to nothing has rows at the bottom that say why")
    func finalOfDiverged() throws {
        let figure = try figure(
            .final,
            seeds(1, ["lr": .int(1)], around: 0.5)
                + [
                    trial(2, state: .diverged, settings: ["lr": .int(9)], [:]),
                    trial(3, state: .failed, settings: ["lr": .int(10)], [:]),
                    trial(4, state: .pending, settings: ["lr": .int(11)], [:]),
                ])
        #expect(figure.y.categories == ["lr 1", "lr 9", "lr 10"])
        let cross = try #require(marks(figure, BeyondMark.self).first)
        #expect(cross.edge == .left && cross.at == [1, 2] && cross.texts == ["diverged", "failed"])
        #expect(figure.subtitle.hasSuffix("Of 6 trials: 1 pending, 1 diverged, 1 failed."))
    }

    @Test("final: a mean far from the others is a triangle at the edge with its number")
    func finalOutlier() throws {
        let trials = (1...6).map { trial($0, ["dev_accuracy": [0.9 + 0.01 * Double($0)]]) }
        let figure = try figure(.final, trials + [trial(7, ["dev_accuracy": [0.1]])])
        let outside = try #require(marks(figure, BeyondMark.self).first)
        #expect(outside.at == [6] && outside.values == [0.1] && outside.texts == ["0.100"])
        #expect(marks(figure, DotMark.self)[0].y == [0, 1, 2, 3, 4, 5])
        #expect(figure.x.domain.map { $0.contains(0.91) && !$0.contains(0.8) } == true)
        #expect(figure.subtitle.contains("Triangle: a mean far outside, in numbers."))
    }

    @Test("final: rows leave out what all have in common, and the subtitle says it")
    func finalLabels() throws {
        let trials = (1...8).map { index in
            trial(
                index, settings: ["optimizer": .string(index < 4 ? "sgd" : "adam"), "width": .int(index)],
                ["dev_accuracy": [Double(index) / 10]])
        }
        let figure = try figure(.final, trials) { $0.top = 3 }
        #expect(figure.y.categories == ["width 8", "width 7", "width 6"])
        #expect(figure.subtitle.contains("All shown: adam."))
    }

    @Test("a panel each: rows of its own for `final`, the axis of the objective for all", arguments: [ChartKind.final])
    func panels(kind: ChartKind) throws {
        let figure = try figure(kind, grid) { $0.facet = "optimizer" }
        #expect(figure.panels.map(\.title) == ["sgd", "adam"])
        #expect(figure.panels.map { $0.y?.categories?.count } == [4, 4])
        #expect(figure.panels[0].y?.categories == ["width 4", "width 3", "width 2", "width 1"])
    }

    @Test(
        "every kind that knows panels draws them", arguments: ChartKind.allCases.filter { $0.options.contains(.facet) })
    func panelsOfAll(kind: ChartKind) throws {
        let trials = grid.enumerated().map { index, one in
            trial(
                index + 1, settings: ["width": .int(index % 4 + 1), "optimizer": .string(index < 4 ? "sgd" : "adam")],
                ["dev_accuracy", "train_accuracy", "dev_loss", "train_loss", "batch_loss", "lr"].reduce(into: [:]) {
                    $0[$1] = [0.5, 0.6 + Double(index) / 100]
                })
        }
        let figure = try figure(kind, trials) {
            $0.facet = "optimizer"
            if kind == .heatMap {
                $0.xParameter = "width"
                $0.yParameter = "optimizer"
            }
        }
        #expect(figure.panels.map(\.title) == ["sgd", "adam"])
        #expect(figure.panels.allSatisfy { !$0.marks.isEmpty })
    }

    @Test("importance: where the forest predicts next to nothing there is no chart, and a reason")
    func importanceOfNoise() {
        let values = [0.5, 0.9, 0.1, 0.7, 0.3, 0.8, 0.2, 0.6, 0.4, 0.55, 0.15, 0.85]
        let trials = values.enumerated().map { index, value in
            trial(index + 1, settings: ["lr": .int(index % 3), "width": .int(index % 4)], ["dev_accuracy": [value]])
        }
        #expect(ChartKind.importance.figure(of: results(trials)) == nil)
        #expect(ChartKind.importance.absence(in: results(trials))?.contains("predicts next to nothing") == true)
        #expect(ChartKind.importance.absence(in: results([trial(1, ["dev_accuracy": [1]])])) == nil)
        #expect(ChartKind.final.absence(in: results(trials)) == nil)
    }

    @Test("final: of one seed there is no interval, and nothing is told apart")
    func finalOfOneSeed() throws {
        let figure = try figure(.final, [trial(1, ["dev_accuracy": [0.5]]), trial(2, ["dev_accuracy": [0.6]])])
        #expect(
            figure.subtitle
                == "Dot: one seed; an interval takes 3 seeds. With one seed each nothing can be told apart.")
        #expect(marks(figure, DotMark.self).map(\.x) == [[0.6, 0.5]])
    }

    @Test(
        "sensitivity: a line per optimizer over the learning rate, the best of the rest, with gaps where none finished")
    func sensitivity() throws {
        func one(
            _ number: Int, _ optimizer: String, _ rate: Double, _ accuracy: Double, width: Int = 8,
            state: TrialState = .finished
        ) -> SweepResults.TrialResult {
            trial(
                number, state: state,
                settings: ["optimizer": .string(optimizer), "lr": .number(rate), "width": .int(width)],
                ["dev_accuracy": [accuracy]])
        }
        let figure = try figure(
            .sensitivity,
            [
                one(1, "sgd", 0.1, 0.7), one(2, "sgd", 0.1, 0.8, width: 16), one(3, "sgd", 1, 0.1, state: .diverged),
                one(4, "sgd", 10, 0.6), one(5, "adam", 0.1, 0.9),
            ])
        #expect(figure.x.scale == .log && figure.x.ticks == [0.1, 1, 10])
        let lines = marks(figure, LineMark.self)
        // The best first.
        #expect(lines.map(\.label) == ["adam", "sgd"])
        #expect(lines[1].x == [0.1, 1, 10])
        #expect(lines[1].y[0] == 0.8 && lines[1].y[1].isNaN && lines[1].y[2] == 0.6)
        #expect(marks(figure, DotMark.self).filter { $0.shape == .ring }.map(\.x) == [[0.1], [0.1]])
        let crosses = marks(figure, BeyondMark.self)
        #expect(crosses.map(\.at) == [[1]] && crosses[0].sign == .cross && crosses[0].edge == .bottom)
        #expect(
            figure.subtitle.hasSuffix("ring: the best of the line. ✕: every seed diverged. Of 5 trials: 1 diverged."))
        // Lines with the same numbers stand beside each other.
        let shifts = Set(figure.marks.map { ($0 as? ShiftedMark)?.distance ?? 0 })
        #expect(shifts == [-1.3, 1.3])
    }

    @Test("sensitivity: where each configuration has a number of its own, the line joins the best of ten stretches")
    func searchedSensitivity() throws {
        let trials = (0..<40).map { index in
            trial(
                index + 1, settings: ["lr": .number(pow10(index))],
                ["dev_accuracy": [index.isMultiple(of: 2) ? 0.9 : 0.1]])
        }
        let figure = try figure(.sensitivity, trials)
        let line = try #require(marks(figure, LineMark.self).first)
        #expect(line.x.count == 10 && line.y.allSatisfy { $0 == 0.9 })
        #expect(marks(figure, DotMark.self).first?.x.count == 40)
        #expect(figure.x.scale == .log && figure.x.ticks == nil)
        #expect(figure.subtitle == "Dot: a configuration, one seed; line: the best around there; ring: the best.")
    }

    @Test("sensitivity: an option of different settings is not one number")
    func owners() {
        func one(_ number: Int, _ decay: String, _ gamma: Double) -> SweepResults.TrialResult {
            trial(
                number, settings: ["decay": .mapping(["name": .string(decay), "gamma": .number(gamma)])],
                ["dev_accuracy": [gamma]])
        }
        let different = [one(1, "step", 0.3), one(2, "exponential", 0.9)]
        #expect(ChartKind.sensitivity.figure(of: results(different)) == nil)
        var options = ChartOptions()
        options.xParameter = "decay.gamma"
        #expect(ChartKind.sensitivity.figure(of: results(different), options: options) == nil)
        let figure = ChartKind.sensitivity.figure(of: results(different + [one(3, "step", 0.5)]))
        #expect(figure?.x.label == "decay.gamma")
        #expect(figure.map { marks($0, LineMark.self).map(\.label) } == ["exponential", "step"])
    }

    @Test("sensitivity: where each optimizer has one rate, another number is shown")
    func otherNumber() throws {
        let trials = [("sgd", 0.1, 16), ("sgd", 0.1, 64), ("adam", 0.001, 16)].enumerated().map { index, values in
            trial(
                index + 1,
                settings: [
                    "optimizer": .string(values.0), "lr": .number(values.1), "batch_size": .int(values.2),
                ], ["dev_accuracy": [Double(index) / 10]])
        }
        #expect(try figure(.sensitivity, trials).x.label == "batch_size")
    }

    @Test("sensitivity: no interval of an accuracy reaches beyond 1")
    func shares() throws {
        let trials = seeds(1, ["lr": .number(0.1)], around: 0.985) + seeds(2, ["lr": .number(1)], around: 0.5)
        let bars = marks(try figure(.sensitivity, trials), IntervalMark.self)
        #expect(bars[0].high[0] == 1 && bars[0].high[1] < 1)
    }

    @Test("importance: the parameter that matters has the greatest share")
    func importance() throws {
        let trials = (0..<16).map { index in
            trial(
                index + 1, settings: ["lr": .int(index % 4), "width": .int(index / 4)],
                ["dev_accuracy": [Double(index % 4) / 10 + 0.5]])
        }
        let figure = try figure(.importance, trials)
        #expect(figure.y.categories?.first == "lr")
        #expect(marks(figure, BarMark.self)[0].values[0] > 90)
        #expect(figure.x.label == "Share of the variance of dev accuracy" && figure.x.unit == "%")
        let shares = try #require(marks(figure, LabelMark.self).first)
        #expect(shares.texts.first.map { $0.hasSuffix(" %") } == true)
    }

    @Test("history: trials in the order of their ends, with the best so far as stairs")
    func history() throws {
        func one(_ number: Int, end: Double, _ accuracy: Double, state: TrialState = .finished)
            -> SweepResults
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
        let figure = try figure(
            .history,
            [trial(1, ["dev_accuracy": [0.5]]), trial(2, state: .diverged, ["dev_accuracy": [0.4]])])
        let cross = try #require(marks(figure, BeyondMark.self).first)
        #expect(cross.label == "diverged" && cross.edge == .bottom && cross.at == [2])
        #expect(try marks(self.figure(.history, [trial(1, ["dev_accuracy": [0.5]])]), LineMark.self).isEmpty)
    }

    @Test("pareto: only what no other beats in both is on the front")
    func pareto() throws {
        func one(_ number: Int, _ seconds: Double, _ accuracy: Double) -> SweepResults.TrialResult {
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
        let trials = grid.map { one in
            SweepResults.TrialResult(
                outcome: one.outcome, series: [:], attempts: [.init(worker: "w", start: 0, end: 1)])
        }
        #expect(try marks(figure(.timeline, trials), SpanMark.self).map(\.label) == ["sgd", "adam"])
    }

    @Test("values far from the best have no room where that hides the others, and the chart says so")
    func outliers() throws {
        let near = (1...6).map { trial($0, ["dev_accuracy": [0.9 + 0.01 * Double($0)]]) }
        let figure = try figure(.history, near + [trial(7, ["dev_accuracy": [0.1]])])
        #expect(
            figure.subtitle == "Dot: a trial at its best epoch. 1 value lies below the plot. Triangles point to them.")
        #expect(marks(figure, DotMark.self)[0].y[6].isNaN)
        #expect(marks(figure, BeyondMark.self).map(\.at) == [[7]])
        #expect(try self.figure(.history, near).y.domain == nil)
    }

    /// Four numbers times two names, the better the greater the number.
    private var grid: [SweepResults.TrialResult] {
        (0..<8).map { index in
            trial(
                index + 1, settings: ["width": .int(index % 4 + 1), "optimizer": .string(index < 4 ? "sgd" : "adam")],
                ["dev_accuracy": [0.5 + Double(index % 4) / 10 + (index < 4 ? 0 : 0.05)]])
        }
    }

    @Test("heat map: a cell for each pair of values with the best of the rest, numbers ascending upwards")
    func heatMap() throws {
        let more = trial(
            9, settings: ["width": .int(1), "optimizer": .string("sgd"), "depth": .int(2)], ["dev_accuracy": [0.55]])
        let figure = try figure(.heatMap, grid + [more]) {
            $0.xParameter = "optimizer"
            $0.yParameter = "width"
        }
        #expect(figure.x == Axis("optimizer", categories: ["sgd", "adam"]))
        #expect(figure.y == Axis("width", categories: ["4", "3", "2", "1"]))
        let cells = try #require(marks(figure, CellMark.self).first)
        #expect(cells.columnNumbers == [0, 1, 0, 1, 0, 1, 0, 1])
        #expect(cells.rowNumbers == [3, 3, 2, 2, 1, 1, 0, 0])
        #expect(cells.values.map { ($0 * 100).rounded() } == [55, 55, 60, 65, 70, 75, 80, 85])
        #expect(cells.texts[0] == "0.55")
        #expect(figure.colorBar?.title == "Dev accuracy")
    }

    @Test("heat map: very many numbers are gathered into ranges, and one cell far below does not take all colours")
    func heatMapRanges() throws {
        let trials = (0..<40).map { index in
            trial(
                index + 1, settings: ["lr": .number(pow10(index)), "optimizer": .string(index < 20 ? "a" : "b")],
                ["dev_accuracy": [index < 3 ? 0.1 : 0.9 + Double(index) / 1000]])
        }
        let figure = try figure(.heatMap, trials) {
            $0.xParameter = "lr"
            $0.yParameter = "optimizer"
        }
        #expect(figure.x.categories?.count == 12)
        #expect(figure.x.categories?.first == "0.0001–0.0002")
        #expect(figure.x.borders?.prefix(4) == ["0.0001", "0.0002", "0.0005", "0.001"])
        #expect(figure.y == Axis("optimizer", categories: ["a", "b"]))
        #expect(figure.colorBar?.isOpenBelow == true && figure.colorBar?.isOpenAbove == false)
    }

    /// From 10⁻⁴ on in 39 even steps of the logarithm to 1.
    private func pow10(_ index: Int) -> Double { pow(10, Double(index) * 4 / 39 - 4) }

    @Test("slices: a panel for each hyperparameter that varies, the best with a ring")
    func slices() throws {
        let figure = try figure(.slices, grid)
        #expect(figure.panels.map(\.title) == ["optimizer", "width"])
        #expect(
            figure.panels.map(\.x) == [
                Axis("", categories: ["sgd", "adam"]), figure.panels[1].x,
            ])
        #expect(figure.panels[1].x?.ticks == [1, 2, 3, 4] && figure.panels[1].x?.scale == .linear)
        let dots = figure.panels.map { $0.marks.compactMap { $0 as? DotMark } }
        #expect(dots.map { $0[0].x.count } == [8, 8])
        #expect(dots.map { $0[1].shape } == [.ring, .ring] && dots.map { $0[1].x } == [[1], [4]])
    }

    @Test("slices: more numbers than a few lie by their size, on a logarithmic axis where they span powers of ten")
    func numericSlices() throws {
        let trials = (0..<12).map { index in
            trial(index + 1, settings: ["lr": .number(pow10(3 * index))], ["dev_accuracy": [Double(index)]])
        }
        let axis = try #require(try figure(.slices, trials).panels[0].x)
        #expect(axis.scale == .log && axis.ticks == nil)
    }

    @Test("numbers lie by their size: learning rates and numbers of even ratios on a logarithmic axis, others not")
    func scales() {
        #expect(ParameterScale.kind(of: [0.1, 0.2, 0.3], named: "optimizer.lr") == .log)
        #expect(ParameterScale.kind(of: [16, 64, 256], named: "batch_size") == .log)
        #expect(ParameterScale.kind(of: [0.01, 0.1], named: "weight_decay") == .log)
        #expect(ParameterScale.kind(of: [0.1, 0.3, 0.5], named: "dropout") == .linear)
        #expect(ParameterScale.kind(of: [0, 0.1], named: "lr") == .linear)
        #expect(ParameterScale.kind(of: [1, 50, 100], named: "width") == .linear)
    }

    @Test("what diverged has a cross at its place, and what lies beyond the plot an arrow")
    func diverged() throws {
        let lost = trial(
            9, state: .diverged, settings: ["width": .int(5), "optimizer": .string("sgd")], ["dev_accuracy": [0.1]])
        let map = try figure(.heatMap, grid + [lost]) {
            $0.xParameter = "optimizer"
            $0.yParameter = "width"
        }
        let cross = try #require(marks(map, DotMark.self).first)
        #expect(cross.shape == .cross && cross.x == [0] && cross.y == [0])
        #expect(map.subtitle.contains("✕: every seed diverged."))
        let slices = try figure(.slices, grid + [lost])
        #expect(marks(slices, BeyondMark.self).map(\.at) == [[0], [5]])
        let far = trial(9, settings: ["width": .int(4), "optimizer": .string("sgd")], ["dev_accuracy": [-9]])
        let arrows = marks(try figure(.slices, grid + [far]), BeyondMark.self)
        #expect(arrows.map(\.sign) == [.pointer, .pointer] && arrows.map(\.at) == [[0], [4]])
    }

    @Test("where the least is the best it stands out: in the colours, and at the top of the last axis")
    func minimised() throws {
        let trials = (0..<4).map { index in
            trial(
                index + 1, settings: ["width": .int(index % 2), "depth": .int(index / 2)],
                ["dev_loss": [0.1 + 0.1 * Double(index)]])
        }
        let objective = Objective(metric: "dev_loss", goal: .minimize)
        let lossy = SweepResults(sweep: "digits", objective: objective, trials: trials)
        let map = try #require(ChartKind.heatMap.figure(of: lossy))
        let scale = try #require(marks(map, CellMark.self).first).scale
        let paper = Theme.light.paper
        #expect(scale.color(of: 0.1).contrast(to: paper) > scale.color(of: 0.4).contrast(to: paper))
        let parallel = try #require(ChartKind.parallel.figure(of: lossy))
        let best = try #require(marks(parallel, LineMark.self).last)
        #expect(best.series == "1" && best.y.last == 1)
    }

    @Test("options that one choice has, always the same, are no parameters of their own")
    func conditional() throws {
        func one(_ number: Int, _ decay: [String: SettingValue]) -> SweepResults.TrialResult {
            trial(number, settings: ["decay": .mapping(decay)], ["dev_accuracy": [Double(number) / 10]])
        }
        let figure = try figure(
            .slices,
            [
                one(1, ["name": .string("cosine"), "t_max": .int(40)]),
                one(2, ["name": .string("step"), "gamma": .number(0.3)]), one(3, ["name": .string("constant")]),
            ])
        #expect(figure.panels.map(\.title) == ["decay"])
    }

    @Test("a small page has fewer panels and axes, the most important ones, and says so")
    func small() throws {
        let trials = (0..<16).map { index in
            trial(
                index + 1,
                settings: Dictionary(
                    uniqueKeysWithValues: (0..<4).map { ("p\($0)", .int(index >> $0 & 1)) } + [("p4", .int(index % 3))]),
                ["dev_accuracy": [Double(index) / 16]])
        }
        let slices = try figure(.slices, trials) { $0.size = try FigureSize("3.5x2.6") }
        #expect(slices.panels.count == 4)
        #expect(slices.subtitle.hasSuffix("Shown: the 4 most important of 5 parameters."))
        let parallel = try figure(.parallel, trials) { $0.size = try FigureSize("2.8x2.6") }
        #expect(parallel.x.categories?.count == 4)
        #expect(parallel.subtitle.hasSuffix("Shown: the 3 most important of 5 parameters."))
    }

    @Test("parallel: a line per configuration across its values to the objective, the best thick and in front")
    func parallel() throws {
        let figure = try figure(.parallel, grid)
        #expect(figure.x.categories == ["optimizer", "width", "Dev accuracy"])
        let lines = marks(figure, LineMark.self)
        #expect(lines.count == 8)
        let best = try #require(lines.last)
        #expect(best.y == [0, 1, 1] && best.stroke.width > lines[0].stroke.width)
        let axes = try #require(marks(figure, ParallelAxesMark.self).first).axes
        #expect(axes.map(\.name) == figure.x.categories)
        #expect(axes[0].ticks?.map(\.label) == ["sgd", "adam"] && axes[0].ticks?.map(\.position) == [1, 0])
        #expect(axes[1].ticks?.map(\.label) == ["1", "2", "3", "4"] && axes[2].ticks == nil)
        // The best lies over the axes, but under their words.
        #expect(figure.marks.suffix(3).map { ($0 as? ParallelAxesMark)?.part } == [.lines, nil, .words])
        #expect(figure.y.isHidden)
    }

    @Test("parallel: few numbers that would lie on each other stand at even distances")
    func crowdedAxis() throws {
        let trials = [0, 0.005, 0.2].enumerated().map { index, rate in
            trial(index + 1, settings: ["rate": .number(rate)], ["dev_accuracy": [Double(index) / 10]])
        }
        let axis = try #require(marks(try figure(.parallel, trials), ParallelAxesMark.self).first?.axes.first)
        #expect(axis.ticks?.map(\.label) == ["0", "0.005", "0.2"])
        #expect(axis.ticks?.map(\.position) == [0, 0.5, 1])
    }

    @Test("what cannot be asked of the data gives no chart")
    func impossible() {
        var options = ChartOptions()
        options.xParameter = "optimizer"
        #expect(ChartKind.sensitivity.figure(of: results(grid), options: options) == nil)
        options.yParameter = "optimizer"
        #expect(ChartKind.heatMap.figure(of: results(grid), options: options) == nil)
        #expect(ChartKind.slices.figure(of: results([trial(1, ["dev_accuracy": [1]])])) == nil)
    }
}
