import Charts
import Foundation
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// The figure of a kind, which must exist.
func figure(
    _ kind: ChartKind, _ trials: [SweepView.TrialResult],
    _ change: (inout ChartOptions) throws -> Void = { _ in }
) throws -> Figure {
    var options = ChartOptions()
    try change(&options)
    return try #require(kind.figure(of: results(trials), options: options))
}

/// Its marks of a type, also those that are moved aside.
func marks<Kind: Mark>(_ figure: Figure, _: Kind.Type) -> [Kind] {
    figure.marks.compactMap { (($0 as? ShiftedMark)?.mark ?? $0) as? Kind }
}

/// Three seeds of a configuration around an accuracy.
func seeds(
    _ number: Int, _ settings: [String: SettingValue], around accuracy: Double, seconds: Double = 1
) -> [SweepView.TrialResult] {
    [-0.01, 0, 0.01].enumerated().map { seed, shift in
        trial(
            number, seed: seed + 1, settings: settings, seconds: seconds,
            ["dev_accuracy": [accuracy + shift * Double(number)]])
    }
}

/// Four numbers times two names, the better the greater the number.
var gridTrials: [SweepView.TrialResult] {
    (0..<8).map { index in
        trial(
            index + 1, settings: ["width": .int(index % 4 + 1), "optimizer": .string(index < 4 ? "sgd" : "adam")],
            ["dev_accuracy": [0.5 + Double(index % 4) / 10 + (index < 4 ? 0 : 0.05)]])
    }
}

/// From 10⁻⁴ on in 39 even steps of the logarithm to 1.
func powerOfTen(_ index: Int) -> Double { pow(10, Double(index) * 4 / 39 - 4) }
