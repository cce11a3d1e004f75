import Charts
import Settings
import Sweeps
import Testing

@testable import Reports

/// A panel for each value of a hyperparameter.
@Suite struct FacetTests {
    @Test("a panel each: rows of its own for `final`, the axis of the objective for all", arguments: [ChartKind.final])
    func panels(kind: ChartKind) throws {
        let figure = try figure(kind, gridTrials) { $0.facet = "optimizer" }
        #expect(figure.panels.map(\.title) == ["sgd", "adam"])
        #expect(figure.panels.map { $0.y?.categories?.count } == [4, 4])
        #expect(figure.panels[0].y?.categories == ["width 4", "width 3", "width 2", "width 1"])
    }

    @Test(
        "every kind that knows panels draws them", arguments: ChartKind.allCases.filter { $0.options.contains(.facet) })
    func panelsOfAll(kind: ChartKind) throws {
        let trials = gridTrials.enumerated().map { index, one in
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
}
