import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// Several hyperparameters at once: importance, heat maps, slices and parallel coordinates.
@Suite struct ParameterChartsTests {
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

    @Test("heat map: a cell for each pair of values with the best of the rest, numbers ascending upwards")
    func heatMap() throws {
        let more = trial(
            9, settings: ["width": .int(1), "optimizer": .string("sgd"), "depth": .int(2)], ["dev_accuracy": [0.55]])
        let figure = try figure(.heatMap, gridTrials + [more]) {
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
                index + 1, settings: ["lr": .number(powerOfTen(index)), "optimizer": .string(index < 20 ? "a" : "b")],
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
        // The far cells have a colour that no other has.
        let mark = try #require(marks(figure, CellMark.self).first)
        #expect(mark.scale.color(of: 0.1) == mark.scale.color(of: 0.5))
        #expect(mark.scale.color(of: 0.1) != mark.scale.color(of: 0.903))
    }

    @Test("slices: a panel for each hyperparameter that varies, the best with a ring")
    func slices() throws {
        let figure = try figure(.slices, gridTrials)
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
            trial(index + 1, settings: ["lr": .number(powerOfTen(3 * index))], ["dev_accuracy": [Double(index)]])
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
        #expect(ParameterScale.kind(of: [1, 5, 9], named: "width") == .linear)
        #expect(ParameterScale.kind(of: [1, 50, 100], named: "width") == .log)
    }

    @Test("numbers that lie too far apart for a difference still have their rows and columns")
    func farApart() {
        let bins = ParameterBins(
            of: "x", in: (0..<20).map { Configuration(["x": .number(Double($0 - 10) * 1.7e307)]) })
        #expect(bins.labels.count == 1)
        #expect(bins.index(of: Configuration(["x": 3])) == 0)
    }

    @Test("no heat map of what was tried with one value of another each, unless it is asked for")
    func listOfPairs() throws {
        let trials = [("sgd", 1), ("momentum", 1), ("adam", 2)].enumerated().map { number, one in
            trial(
                number + 1, settings: ["optimizer": .string(one.0), "width": .int(one.1)],
                ["dev_accuracy": [Double(number) / 10]])
        }
        #expect(ChartKind.heatMap.figure(of: results(trials)) == nil)
        _ = try figure(.heatMap, trials) {
            $0.xParameter = "optimizer"
            $0.yParameter = "width"
        }
    }

    @Test("what diverged has a cross at its place, and what lies beyond the plot an arrow")
    func diverged() throws {
        let lost = trial(
            9, state: .diverged, settings: ["width": .int(5), "optimizer": .string("sgd")], ["dev_accuracy": [0.1]])
        let map = try figure(.heatMap, gridTrials + [lost]) {
            $0.xParameter = "optimizer"
            $0.yParameter = "width"
        }
        let cross = try #require(marks(map, DotMark.self).first)
        #expect(cross.shape == .cross && cross.x == [0] && cross.y == [0])
        #expect(map.subtitle.contains("✕: every seed diverged."))
        let slices = try figure(.slices, gridTrials + [lost])
        #expect(marks(slices, BeyondMark.self).map(\.at) == [[0], [5]])
        let far = trial(9, settings: ["width": .int(4), "optimizer": .string("sgd")], ["dev_accuracy": [-9]])
        let arrows = marks(try figure(.slices, gridTrials + [far]), BeyondMark.self)
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
        let lossy = SweepView(sweep: "digits", objective: objective, trials: trials)
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
        func one(_ number: Int, _ decay: [String: SettingValue]) -> SweepView.TrialResult {
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
        let figure = try figure(.parallel, gridTrials)
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
        #expect(ChartKind.sensitivity.figure(of: results(gridTrials), options: options) == nil)
        options.yParameter = "optimizer"
        #expect(ChartKind.heatMap.figure(of: results(gridTrials), options: options) == nil)
        #expect(ChartKind.slices.figure(of: results([trial(1, ["dev_accuracy": [1]])])) == nil)
    }
}
