import Analysis
import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// Charts of configurations whose names are too long to stand beside curves.
@Suite struct NumberedChartsTests {
    /// A random search over six numbers.
    private func search(_ count: Int, given: GivenLabels = GivenLabels()) -> SweepView {
        let names = ["lr", "dropout", "weight_decay", "optimizer.beta", "label_smoothing", "clip_norm"]
        let trials = (1...count).map { number in
            let settings = names.enumerated().map { place, name in
                (name, SettingValue.number(0.1 + 0.0137 * Double(number * (place + 1))))
            }
            return trial(
                number, settings: Dictionary(uniqueKeysWithValues: settings),
                ["dev_loss": [1, 0.5 + 0.01 * Double(number)], "dev_accuracy": [0.1, 0.9 - 0.01 * Double(number)]])
        }
        return SweepView(sweep: "search", objective: Objective(), parameterNames: names, trials: trials, given: given)
    }

    @Test(
        "each has its number for a name, and a table says what the numbers are", arguments: [ChartKind.loss, .accuracy])
    func curves(kind: ChartKind) throws {
        let figure = try #require(kind.figure(of: search(5)))
        #expect(marks(figure, LineMark.self).compactMap(\.label) == ["#1", "#2", "#3", "#4", "#5"])
        let names = try #require(figure.names)
        #expect(
            names.columns.map(\.title).sorted() == [
                "", "clip_norm", "dropout", "label_smoothing", "lr", "optimizer.beta", "weight_decay",
            ])
        #expect(names.columns[0].cells == ["#1", "#2", "#3", "#4", "#5"])
        #expect(names.columns.first { $0.title == "lr" }?.cells == ["0.1137", "0.1274", "0.1411", "0.1548", "0.1685"])
    }

    @Test("a small page names as few as its table holds")
    func small() throws {
        var options = ChartOptions()
        options.size = try FigureSize("3.4x3")
        let figure = try #require(ChartKind.loss.figure(of: search(8), options: options))
        #expect(marks(figure, LineMark.self).compactMap(\.label).count == 5)
        #expect(figure.names?.columns[0].cells.count == 5)
    }

    @Test("rows have the same numbers, no more than the page holds with their table")
    func final() throws {
        let figure = try #require(ChartKind.final.figure(of: search(40)))
        #expect(figure.y.categories == (1...11).map { "#\($0)" })
        #expect(figure.names?.columns[0].cells == (1...11).map { "#\($0)" })
    }

    @Test("names that fit stay, and those that the sweep's file gives")
    func others() throws {
        let short = try #require(ChartKind.loss.figure(of: results((1...3).map { trial($0, ["dev_loss": [1]]) })))
        #expect(short.names == nil)
        let view = search(3)
        let given = Dictionary(
            uniqueKeysWithValues: view.configurations.enumerated().map { ($1.configuration, "candidate \($0 + 1)") })
        let named = try #require(ChartKind.loss.figure(of: search(3, given: GivenLabels(given))))
        #expect(named.names == nil)
        #expect(marks(named, LineMark.self).compactMap(\.label) == ["candidate 1", "candidate 2", "candidate 3"])
    }
}
