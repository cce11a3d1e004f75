public import Settings
public import Sweeps

extension Collection<TrialOutcome> {
    /// The outcomes with the defaults of what their configurations do not name and others do.
    public func completed(by defaults: SettingDefaults) -> [TrialOutcome] {
        let firsts = Dictionary(map { ($0.configurationNumber, $0.trial.configuration) }) { first, _ in first }
        let numbers = firsts.keys.sorted()
        let complete = numbers.compactMap { firsts[$0] }.completed(by: defaults)
        let configurations = Dictionary(uniqueKeysWithValues: zip(numbers, complete))
        return map { outcome in
            let trial = outcome.trial
            let configuration = configurations[outcome.configurationNumber] ?? trial.configuration
            return TrialOutcome(
                trial: Trial(stored: configuration, seed: trial.seed, data: trial.data, identity: trial.identity),
                configurationNumber: outcome.configurationNumber, state: outcome.state, summaries: outcome.summaries,
                seconds: outcome.seconds, labels: outcome.labels)
        }
    }
}
