import Analysis
import Reports
import Settings
import SweepViews
import Sweeps

/// A trial of configuration `number` with one value an epoch of each metric, at steps 10, 20 …
func trial(
    _ number: Int, seed: Int = 1, state: TrialState = .finished, settings: [String: SettingValue]? = nil,
    seconds: Double = 1, attempts: [SweepView.Attempt] = [], _ metrics: [String: [Double]]
) -> SweepView.TrialResult {
    var summaries: [String: MetricSummary] = [:]
    for (metric, values) in metrics {
        for (index, value) in values.enumerated() {
            let point = MetricPoint(epoch: index + 1, step: 10 * (index + 1), value: value)
            if summaries[metric] == nil {
                summaries[metric] = MetricSummary(of: point)
            } else {
                summaries[metric]?.take(point)
            }
        }
    }
    var configuration = Configuration()
    for (path, value) in (settings ?? ["lr": .number(1 / Double(number))]).sorted(by: { $0.key < $1.key }) {
        configuration.set(path, value)
    }
    return SweepView.TrialResult(
        outcome: TrialOutcome(
            trial: Trial(configuration: configuration, seed: seed, data: "d"), configurationNumber: number,
            state: state, summaries: summaries, seconds: seconds),
        series: metrics.mapValues { values in
            SweepView.Series(
                epochs: Array(1..<(values.count + 1)), steps: values.indices.map { 10 * ($0 + 1) }, values: values)
        }, attempts: attempts)
}

func results(_ trials: [SweepView.TrialResult], sweep: String = "digits") -> SweepView {
    SweepView(sweep: sweep, objective: Objective(), trials: trials)
}
