import Analysis
import Settings
import Sweeps

extension SweepView {
    /// The hyperparameter that says which sweep a trial is of, where several are shown together.
    public static let sweepParameter = "sweep"

    /// Several sweeps as one: each trial's configuration gets the hyperparameter `sweep`, so that labels, colours and
    /// panels can tell them apart.
    ///
    /// - Precondition: there is at least one, and all are judged by one objective.
    public init(joining parts: [SweepView]) {
        precondition(!parts.isEmpty, "no sweep to show")
        let objective = parts[0].objective
        precondition(parts.allSatisfy { $0.objective == objective }, "sweeps with different objectives")
        guard parts.count > 1 else {
            self = parts[0]
            return
        }
        var seen: Set<String> = []
        var offset = 0
        var trials: [TrialResult] = []
        for part in parts {
            trials += part.trials.map { $0.labelled(part.sweep, numberedFrom: offset) }
            offset = trials.map(\.outcome.configurationNumber).max() ?? offset
        }
        self.init(
            sweep: Self.title(parts.map(\.sweep)), objective: objective,
            parameterNames: [Self.sweepParameter] + parts.flatMap(\.parameterNames).filter { seen.insert($0).inserted },
            condition: parts[0].condition, trials: trials)
    }

    private static func title(_ names: [String]) -> String {
        let shown = names.count > 3 ? Array(names.prefix(2)) + ["\(names.count - 2) more"] : names
        return Phrases.list(shown)
    }
}

extension SweepView.TrialResult {
    fileprivate func labelled(_ sweep: String, numberedFrom offset: Int) -> SweepView.TrialResult {
        let trial = outcome.trial
        var configuration = trial.configuration
        configuration.set(SweepView.sweepParameter, .string(sweep))
        let labelled = Trial(stored: configuration, seed: trial.seed, data: trial.data, identity: trial.identity)
        return SweepView.TrialResult(
            outcome: TrialOutcome(
                trial: labelled, configurationNumber: outcome.configurationNumber + offset, state: outcome.state,
                summaries: outcome.summaries, seconds: outcome.seconds),
            series: series, attempts: attempts)
    }
}
