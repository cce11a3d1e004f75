import Analysis
import Settings
import Sweeps

/// A trial of configuration `number` (whose learning rate is 1/number) with values of `dev_accuracy`, one an epoch.
func outcome(
    _ number: Int, seed: Int = 1, _ state: TrialState = .finished, _ values: [Double] = [],
    settings: [String: SettingValue]? = nil, seconds: Double? = nil
) -> TrialOutcome {
    var summaries: [String: MetricSummary] = [:]
    for (index, value) in values.enumerated() {
        let point = MetricPoint(epoch: index + 1, step: 10 * (index + 1), value: value)
        if summaries["dev_accuracy"] == nil {
            summaries["dev_accuracy"] = MetricSummary(of: point)
        } else {
            summaries["dev_accuracy"]?.take(point)
        }
        summaries["dev_loss"] = MetricSummary(of: MetricPoint(epoch: 1, step: 1, value: 1 - value))
    }
    let configuration = Configuration(settings ?? ["lr": .number(1 / Double(number))])
    return TrialOutcome(
        trial: Trial(configuration: configuration, seed: seed, data: "d"), configurationNumber: number, state: state,
        summaries: summaries, seconds: seconds)
}

func point(_ epoch: Int, _ value: Double) -> MetricPoint {
    MetricPoint(epoch: epoch, step: 10 * epoch, value: value)
}

/// A finished trial with accuracies of epochs, and what else was measured once.
func measuredOnce(
    _ number: Int, seed: Int = 1, _ values: [Double], _ once: [String: MetricPoint] = [:]
) -> TrialOutcome {
    let measured = outcome(number, seed: seed, .finished, values)
    return TrialOutcome(
        trial: measured.trial, configurationNumber: number, state: .finished,
        summaries: measured.summaries.merging(once.mapValues { MetricSummary(of: $0) }) { $1 }, seconds: nil)
}
