import Analysis
import Foundation
import Reports
import Settings
import SweepViews
import Sweeps

/// Trials of one configuration whose dev accuracies, one a seed, are `values`.
func seeds(
    _ number: Int, _ settings: [String: SettingValue], _ values: [Double], state: TrialState = .finished,
    more: [String: [Double]] = [:]
) -> [SweepView.TrialResult] {
    values.enumerated().map { seed, value in
        trial(
            number, seed: seed + 1, state: state, settings: settings,
            more.merging(["dev_accuracy": [value]]) { first, _ in first })
    }
}

/// Three optimizers with three learning rates each, of which adam and momentum are alike and sgd is worse by 1.8 points.
let threeOptimizers: [SweepView.TrialResult] = {
    let common = [0.01, -0.02, 0.005, 0, 0.005]
    var trials: [SweepView.TrialResult] = []
    let kinds: [(name: String, mean: Double, noise: [Double])] = [
        ("adam", 0.971, [1, -1, 0, 1, -1]), ("momentum", 0.97, [-1, 0, 1, 1, -1]), ("sgd", 0.953, [0, 1, -1, -1, 1]),
    ]
    for (place, kind) in kinds.enumerated() {
        for (index, rate) in [0.01, 0.1, 1].enumerated() {
            let mean = kind.mean - (rate == 0.1 ? 0 : 0.05)
            trials += seeds(
                3 * place + index + 1, ["optimizer": .string(kind.name), "lr": .number(rate)],
                zip(common, kind.noise).map { mean + $0 + 0.002 * $1 })
        }
    }
    return trials
}()

func report(
    _ trials: [SweepView.TrialResult], sweep: String = "digits", description: String? = nil, rows: Int = 10,
    objective: Objective = Objective(), source: SweepSource? = nil, parameterNames: [String] = ["optimizer", "lr"]
) -> SweepReport {
    SweepReport(
        of: SweepView(
            sources: [
                source
                    ?? SweepSource(
                        name: sweep, description: description, objective: objective, parameterNames: parameterNames)
            ], objective: objective, trials: trials), rows: rows
    ) { _ in
        Reproduction(
            sweepFile: "name: digits-best\n", fileName: "digits-best.yaml", command: "sweep best digits --yaml",
            confirmation: nil, confirmationName: "digits-confirm.yaml", seeds: [1, 2, 3])
    }
}

/// The report as Markdown without charts.
func markdown(_ report: SweepReport) -> String { MarkdownText(report.document) { _ in nil }.text }
