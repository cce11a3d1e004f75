import Analysis
import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// Charts and reports of trials of which the objective measures another thing in some than in others.
@Suite struct IncomparableChartsTests {
    /// Two losses with three rates each, which the metric sees differently, and a metric that compares them.
    private let view: SweepView = {
        let metrics = [
            MetricDefinition(
                name: "dev_accuracy", goal: .maximize, unit: .share, set: .dev, dependencies: ["loss"]),
            MetricDefinition(name: "dev_f1", goal: .maximize, unit: .share, set: .dev),
        ]
        let trials = (0..<6).flatMap { index -> [SweepView.TrialResult] in
            let (isFirst, rate) = (index < 3, Double(index % 3 + 1) / 10)
            return seeds(
                index + 1, ["loss": isFirst ? "a" : "b", "lr": .number(rate)],
                [-0.01, 0, 0.01].map { (isFirst ? 0.8 : 0.3) + rate / 2 + $0 }, more: ["dev_f1": [0.5]])
        }
        return SweepView(
            sources: [SweepSource(name: "digits", parameterNames: ["loss", "lr"], metrics: metrics)],
            objective: Objective(), trials: trials)
    }()

    @Test("what compares by the objective has a panel with an axis of its own for each that can be compared")
    func panels() throws {
        for kind in [ChartKind.history, .sensitivity, .pareto] {
            let figure = try #require(kind.figure(of: view))
            #expect(figure.panels.map(\.title) == ["a", "b"], "\(kind)")
            #expect(figure.panels.allSatisfy { $0.y != nil }, "\(kind)")
            #expect(figure.subtitle.contains("dev_accuracy depends on loss"), "\(figure.subtitle)")
        }
        let figure = try #require(ChartKind.history.figure(of: view))
        let best = figure.panels.map { $0.marks.compactMap { $0 as? LineMark }.first?.y.last ?? .nan }
        #expect(zip(best, [0.96, 0.46]).allSatisfy { abs($0 - $1) < 1e-9 }, "\(best)")
    }

    @Test("curves of what cannot be compared have no band of a best")
    func curves() throws {
        let figure = try #require(ChartKind.accuracy.figure(of: view))
        #expect(marks(figure, BandMark.self).isEmpty)
        #expect(figure.subtitle.contains("dev_accuracy depends on loss: compare lines of the same loss only."))
    }

    @Test("what has no panels is not drawn, and it is said why and by what all can be compared")
    func absence() {
        for kind in [ChartKind.importance, .heatMap, .slices, .parallel] {
            #expect(kind.figure(of: view) == nil, "\(kind)")
            #expect(
                kind.absence(in: view) == "dev_accuracy depends on loss, so configurations that differ in it are not "
                    + "compared; judge by dev_f1", "\(kind)")
        }
    }

    @Test("final: rows that can be compared stand together, each group with its best on top and in colour")
    func final() throws {
        let figure = try #require(ChartKind.final.figure(of: view))
        #expect(
            figure.y.categories == [
                "a, lr 0.3", "a, lr 0.2", "a, lr 0.1", "b, lr 0.3", "b, lr 0.2", "b, lr 0.1",
            ])
        let tied = marks(figure, DotMark.self).filter { $0.series == "tied with the best" }
        #expect(tied.map(\.y) == [[0, 3]])
        var options = ChartOptions()
        options.top = 2
        #expect(ChartKind.final.figure(of: view, options: options)?.y.categories == ["a", "b"])
    }

    @Test("a report ranks each by itself, and has no winner and nothing over all")
    func document() throws {
        let report = try SweepReport(of: view)
        #expect(report.verdict.winner == nil && report.reproduction == nil && report.findings == nil)
        #expect(report.verdict.sentence.hasSuffix(" lr 0.1."), "\(report.verdict.sentence)")
        #expect(report.verdict.sentence.contains("judge by dev_f1. Of loss a: lr 0.3 beats"))
        #expect(report.verdict.details.count == 2)
        #expect(report.ranking.rows.map(\.rank) == [1, 2, 3, 1, 2, 3])
        #expect(report.ranking.rows.map(\.part) == ["loss a", "loss a", "loss a", "loss b", "loss b", "loss b"])
        #expect(report.ranking.rows.filter { $0.standing == .best }.map(\.number) == [3, 6])
        let text = markdown(report)
        #expect(text.contains("| within") && text.contains("among configurations of the same loss."))
    }

    @Test("groups are compared within what can be compared")
    func groups() {
        let ranked = RankedConfigurations(view, groupedBy: "lr")
        #expect(ranked.sections.map(\.label) == ["loss a", "loss b"])
        #expect(ranked.rows.map(\.label) == ["0.3", "0.2", "0.1", "0.3", "0.2", "0.1"])
        #expect(ranked.rows.map(\.rank) == [1, 2, 3, 1, 2, 3])
        #expect(ranked.winner == nil && ranked.leaders.map { ranked.ranking.entries[$0].result.number } == [3, 6])
    }
}
