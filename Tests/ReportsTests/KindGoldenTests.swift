import Charts
import Foundation
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// Each kind as it is drawn on a small page, word for word and line for line.
@Suite struct KindGoldenTests {
    /// Two optimizers at two rates with two seeds each.
    private static let sample: [SweepView.TrialResult] = (0..<8).map { index in
        let (number, seed) = (index / 2 + 1, index % 2 + 1)
        let best = 0.6 + 0.08 * Double(number) + 0.02 * Double(seed)
        return trial(
            number, seed: seed,
            settings: [
                "optimizer": .string(number.isMultiple(of: 2) ? "adam" : "sgd"), "lr": .number(number < 3 ? 0.1 : 1),
            ],
            seconds: Double(5 - number),
            attempts: [.init(worker: "local \(seed)", start: Double(number), end: Double(number) + 0.9)],
            [
                "dev_accuracy": [best - 0.2, best], "train_accuracy": [best - 0.1, best + 0.05],
                "dev_loss": [1 - best, 0.9 - best], "train_loss": [1 - best, 0.8 - best],
                "batch_loss": [1, 0.5], "lr": [0.1, 0.05],
            ])
    }

    /// Sixteen configurations, enough for a forest to learn from.
    private static let grid: [SweepView.TrialResult] = (0..<16).map { index in
        trial(
            index + 1, settings: ["lr": .int(index % 4), "width": .int(index / 4)],
            ["dev_accuracy": [Double(index % 4) / 10 + Double(index / 4) / 50 + 0.5]])
    }

    @Test("is drawn as in the golden", arguments: ChartKind.allCases)
    func golden(kind: ChartKind) throws {
        var options = ChartOptions()
        options.size = try FigureSize("3.6x2.4")
        var canvas = RecorderCanvas()
        let trials = kind == .importance ? Self.grid : Self.sample
        try #require(kind.figure(of: results(trials), options: options)).draw(on: &canvas)
        if let folder = ProcessInfo.processInfo.environment["SWEEP_NEW_GOLDENS"] {
            try canvas.text.write(toFile: "\(folder)/\(kind.rawValue).txt", atomically: true, encoding: .utf8)
        }
        #expect(canvas.text == ChartGoldens.texts[kind])
    }
}
