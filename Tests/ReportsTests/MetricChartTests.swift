import Charts
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// The curves of whatever was measured.
@Suite struct MetricChartTests {
    private let measured: [String: [Double]] = [
        "train_loss": [2, 1, 0.5], "dev_loss": [2.2, 1.5, 1.4], "grad_norm": [3, 4, 5],
        "dev_accuracy": [0.5, 0.6, 0.7],
    ]

    private func figure(
        _ metrics: [String], _ change: (inout ChartOptions) throws -> Void = { _ in }
    ) throws -> Figure? {
        var options = ChartOptions()
        try change(&options)
        return MetricChart(metrics).figure(of: results([trial(1, measured), trial(2, measured)]), options: options)
    }

    @Test("metrics of one quantity share an axis, others lie one below the other over the same epochs")
    func panels() throws {
        let drawn = try #require(try figure(["train_loss", "grad_norm", "dev_loss"]))
        #expect(drawn.panels.compactMap { $0.y?.label } == ["Loss", "Grad norm"])
        #expect(drawn.columns == 1)
        #expect(drawn.title == "digits: loss and grad norm per epoch")
        #expect(drawn.styleKeys.map(\.label) == ["train", "dev"])
        let lines = drawn.panels.map { $0.marks.compactMap { $0 as? LineMark } }
        #expect(lines.map(\.count) == [4, 2])
        #expect(lines[1].map(\.y) == [[3, 4, 5], [3, 4, 5]])
        #expect(lines[1].map(\.label) == ["lr 1", "lr 0.5"])
    }

    @Test("a metric alone is a chart of one panel, named after it")
    func alone() throws {
        let drawn = try #require(try figure(["grad_norm"]))
        #expect(drawn.panels.count == 1)
        #expect(drawn.y.label == "Grad norm")
        #expect(drawn.title == "digits: grad norm per epoch")
        #expect(try #require(try figure(["dev_loss"])).title == "digits: dev loss per epoch")
        #expect(
            try #require(try figure(["grad_norm", "dev_loss"])).title == "digits: grad norm and dev loss per epoch")
        #expect(MetricChart(["grad_norm"]).name == "metric-grad_norm")
        #expect(MetricChart(["my/f1 ☂", "x", "x"]).name == "metric-my_f1__+x")
    }

    @Test("which way the judged metric is better its sweep says, so that the best epoch has a ring")
    func judgedMetric() throws {
        let trials = (1...2).map { trial($0, ["reward": [-3, -1, -2]]) }
        func rings(_ goal: Objective.Goal) throws -> [[Double]] {
            let view = SweepView(sweep: "s", objective: Objective(metric: "reward", goal: goal), trials: trials)
            let figure = try #require(MetricChart(["reward"]).figure(of: view))
            return figure.marks.compactMap { ($0 as? DotMark)?.y }
        }
        #expect(try rings(.maximize) == [[-1], [-1]])
        #expect(try rings(.minimize) == [[-3], [-3]])
    }

    @Test("what was not measured is left out, and there is no chart of nothing")
    func nothing() throws {
        let none = try figure(["nothing"])
        #expect(none == nil)
        let one = try #require(try figure(["nothing", "dev_loss"]))
        #expect(one.panels.count == 1)
        let beyond = try figure(["dev_loss"]) { $0.xRange = try AxisRange("50,60") }
        #expect(beyond == nil)
    }

    @Test("ranges end both axes, and values beyond the horizontal one ask for no room")
    func ranges() throws {
        let drawn = try #require(
            try figure(["train_loss", "grad_norm"]) {
                $0.xRange = try AxisRange("2,3")
                $0.yRange = try AxisRange("0.1,")
            })
        #expect(drawn.x.lowest == 2 && drawn.x.highest == 3)
        #expect(drawn.panels.compactMap { $0.y?.lowest } == [0.1, 0.1])
        let lines = drawn.panels[0].marks.compactMap { $0 as? LineMark }
        #expect(lines.map(\.x) == [[2, 3], [2, 3]])
    }

    @Test("of a metric of which nobody knows which way is better all is shown")
    func wholeRange() throws {
        let trials = (1...8).map { trial($0, ["grad_norm": $0 == 8 ? [1, 50, 90] : [1, 1.1, 1.2]]) }
        let drawn = try #require(MetricChart(["grad_norm"]).figure(of: results(trials)))
        let lines = drawn.marks.compactMap { $0 as? LineMark }
        #expect(lines.count == 8 && lines.allSatisfy { $0.room.contains(90) })
    }

    @Test("a facet makes panels of one metric")
    func facets() throws {
        let drawn = try #require(try figure(["dev_loss"]) { $0.facet = "lr" })
        #expect(drawn.panels.count == 2)
    }

    @Test("an axis of names has no ends")
    func names() throws {
        var options = ChartOptions()
        options.xRange = try AxisRange("0,1")
        options.yRange = try AxisRange("0,1")
        let drawn = try #require(ChartKind.final.figure(of: results(gridTrials), options: options))
        #expect(drawn.x.lowest == 0 && drawn.x.highest == 1)
        #expect(drawn.y.categories != nil && drawn.y.lowest == nil)
    }
}
