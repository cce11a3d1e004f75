import Analysis
import Settings
import SweepViews
import Sweeps

@testable import TextReports

/// Made-up trials for rankings: a configuration per row, its seeds counted from 1.
enum RankingSample {
    /// What became of one seed.
    enum Seed {
        case reached(Double)
        case ended(TrialState)
    }

    static func outcomes(_ rows: [(settings: [String: SettingValue], seeds: [Seed])]) -> [TrialOutcome] {
        rows.enumerated().flatMap { number, row in
            row.seeds.enumerated().map { seed, what in
                let trial = Trial(configuration: Configuration(row.settings), seed: seed + 1, data: "d")
                guard case .reached(let value) = what else {
                    guard case .ended(let state) = what else { preconditionFailure("no such seed") }
                    return TrialOutcome(
                        trial: trial, configurationNumber: number + 1, state: state, summaries: [:], seconds: nil)
                }
                let point = MetricPoint(epoch: 4, step: 40, value: value)
                return TrialOutcome(
                    trial: trial, configurationNumber: number + 1, state: .finished,
                    summaries: ["dev_accuracy": MetricSummary(of: point), "dev_loss": MetricSummary(of: point)],
                    seconds: 2)
            }
        }
    }

    static func report(
        _ rows: [(settings: [String: SettingValue], seeds: [Seed])], objective: Objective = Objective(),
        groupedBy: String? = nil, top: Int? = nil
    ) -> RankReport {
        RankReport(RankedConfigurations(view(rows, objective: objective), groupedBy: groupedBy), top: top)
    }

    /// - Parameter own: what the sweep itself is judged by; nil: by the objective.
    static func view(
        _ rows: [(settings: [String: SettingValue], seeds: [Seed])], objective: Objective = Objective(),
        own: Objective? = nil
    ) -> SweepView {
        SweepView(
            sources: [
                SweepSource(name: "x", objective: own ?? objective, parameterNames: ["optimizer", "lr"])
            ], objective: objective,
            trials: outcomes(rows).map { SweepView.TrialResult(outcome: $0, series: [:]) })
    }

    static func settings(_ optimizer: String, _ lr: Double) -> [String: SettingValue] {
        ["optimizer": .string(optimizer), "lr": .number(lr), "epochs": .int(9)]
    }

    static func seeds(_ values: Double...) -> [Seed] { values.map { .reached($0) } }
}
