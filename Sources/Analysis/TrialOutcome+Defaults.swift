import Settings
public import Sweeps

extension Collection<TrialOutcome> {
    /// The outcomes with the defaults of what their configurations do not name and others do.
    ///
    /// - Parameter defaults: those of each outcome's sweep.
    public func completed(by defaults: [SettingDefaults]) -> [TrialOutcome] {
        let firsts = Dictionary(
            zip(self, defaults).map { ($0.configurationNumber, ($0.trial.configuration, $1)) }
        ) { first, _ in first }
        let numbers = firsts.keys.sorted()
        let complete = numbers.compactMap { firsts[$0]?.0 }.completed(by: numbers.compactMap { firsts[$0]?.1 })
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
