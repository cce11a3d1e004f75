public import Analysis
public import Settings
public import Sweeps

extension SweepView {
    /// The dotted names of all hyperparameters, the varied ones in the order of the sweep's file first.
    public var parameters: [String] {
        var seen: Set<String> = []
        let all = trials.flatMap { $0.outcome.trial.configuration.parameters.map(\.name) }.sorted()
        return (parameterNames.filter(Set(all).contains) + all).filter { seen.insert($0).inserted }
    }

    /// What the configurations have in common, where each departs from it in one thing only; nil where they do not.
    public var alternatives: Alternatives? {
        Alternatives(among: configurations.map(\.configuration), order: parameterNames)
    }

    /// How many different values a hyperparameter has; its absence counts as one.
    public func valueCount(of name: String) -> Int {
        ParameterValues(of: name, in: trials.map(\.outcome.trial.configuration)).values.count
    }

    /// The same sweep with the defaults of what some configurations name and others do not.
    public func completed(by defaults: SettingDefaults) -> SweepView {
        let outcomes = trials.map(\.outcome).completed(by: defaults)
        return SweepView(
            sweep: sweep, objective: objective, parameterNames: parameterNames, condition: condition,
            trials: zip(trials, outcomes).map {
                TrialResult(outcome: $1, series: $0.series, attempts: $0.attempts)
            })
    }

    /// The same sweep with some of its trials only, as a part of it.
    public func keeping(_ isKept: (Configuration) -> Bool) -> SweepView {
        var part = SweepView(
            sweep: sweep, objective: objective, parameterNames: parameterNames, condition: condition,
            trials: trials.filter { isKept($0.outcome.trial.configuration) })
        part.wholes = [whole]
        return part
    }
}
