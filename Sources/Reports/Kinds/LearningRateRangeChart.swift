public import Charts
import Foundation
public import SweepViews
public import Sweeps

/// The losses of learning-rate range tests over the rates, a line per optimizer, its suggested range a broad stroke.
public struct LearningRateRangeChart {
    let sweep: String
    let tests: [(variant: OptimizerVariant, result: LearningRateTest)]
    /// How to make the chart again.
    let command: String

    public init(
        sweep: String, tests: [(variant: OptimizerVariant, result: LearningRateTest)], command: String
    ) {
        self.sweep = sweep
        self.tests = tests
        self.command = command
    }

    var figure: Figure {
        let theme = Theme.light
        var (ranges, lines): ([LineMark], [LineMark]) = ([], [])
        for (index, test) in tests.enumerated() {
            let (color, dash) = (theme.palette.color(index), theme.palette.dash(index))
            let (rates, losses) = (test.result.steps.map(\.rate), test.result.steps.map(\.smoothedLoss))
            lines.append(
                LineMark(
                    series: test.variant.label, label: label(of: test), x: rates, y: losses,
                    stroke: Stroke(color, width: theme.lineWidth, dash: dash), isBroken: test.result.hasDiverged))
            guard let range = test.result.range else { continue }
            let inside = rates.indices.filter { range.least <= rates[$0] && rates[$0] <= range.most }
            ranges.append(
                LineMark(
                    series: "\(test.variant.label) (suggested)", x: inside.map { rates[$0] },
                    y: inside.map { losses[$0] }, stroke: Stroke(color.withOpacity(0.3), width: 5 * theme.lineWidth)))
        }
        let room = -Double.infinity...top
        return Figure(
            title: "\(sweep): learning-rate range test",
            subtitle: "Loss of each batch, smoothed, while the rate grows from step to step. Broad: the range to "
                + "search." + (tests.contains { $0.result.hasDiverged } ? " A cross: the loss grew fourfold." : ""),
            x: Axis("Learning rate", scale: .log), y: Axis("Batch loss"),
            marks: (ranges + lines).map { $0.with(room: room) }, theme: theme, command: command)
    }

    private func label(of test: (variant: OptimizerVariant, result: LearningRateTest)) -> String {
        guard let range = test.result.range else { return "\(test.variant.label): no range" }
        return "\(test.variant.label): \(range.least)–\(range.most)"
    }

    /// What is far above the first losses says no more than that it is.
    private var top: Double {
        (tests.flatMap(\.result.startingLosses).max() ?? .infinity) * 1.25
    }

    /// Writes the chart, to `path` or as a picture with its data to the sweep's folder, and gives the paths.
    public func write(to path: String?, orTo folder: String) throws(ChartError) -> [String] {
        if let path {
            try figure.write(to: path)
            return [path]
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: folder, reason: "its folder cannot be made")
        }
        let paths = [".png", ".csv"].map { "\(folder)/lr-range\($0)" }
        for path in paths { try figure.write(to: path) }
        return paths
    }
}
