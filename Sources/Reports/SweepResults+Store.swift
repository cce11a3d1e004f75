public import Analysis
public import ResultsStore
import Sweeps

extension SweepResults {
    /// Reads what charts of `kinds` need of a sweep: its planned trials with their summaries and series.
    ///
    /// - Parameters:
    ///   - top: as in `ChartOptions`; series of every step are read for so many configurations only.
    ///   - condition: other trials are left out.
    /// - Throws: `StoreError`; `ExpressionError` where the condition makes no sense for these trials.
    public init(
        of sweep: SweepRecord, in store: ResultsStore, kinds: [ChartKind] = ChartKind.allCases,
        top: Int = ChartOptions().top, where condition: TrialCondition? = nil
    ) throws {
        let summaries = try store.summaries(of: sweep.id)
        let planned = try store.trials(of: sweep.id).filter(\.isPlanned)
        let all = planned.map { record in
            TrialOutcome(
                trial: record.trial, configurationNumber: record.configurationNumber, state: record.state,
                summaries: summaries[record.id] ?? [:], seconds: record.seconds)
        }
        let outcomes = try condition?.matches(in: all) ?? all
        let kept = Set(outcomes.map(\.trial.identity))
        let records = planned.filter { kept.contains($0.trial.identity) }
        let best = Set(Ranking(of: outcomes, by: sweep.objective).entries.prefix(top).map(\.result.number))
        let few = Set(records.filter { best.contains($0.configurationNumber) }.map(\.id))
        let metrics = kinds.filter { !$0.isOfEveryStep }.flatMap(\.metrics)
        let stepMetrics = kinds.filter(\.isOfEveryStep).flatMap(\.metrics)

        var series: [TrialRecord.ID: [String: Series]] = [:]
        let read =
            try store.series(of: sweep.id, metrics: metrics, trials: Set(records.map(\.id)))
            + store.series(of: sweep.id, metrics: stepMetrics, trials: few)
        for one in read {
            series[one.trial, default: [:]][one.metric] = Series(
                epochs: one.epochs, steps: one.steps, values: one.values)
        }
        self.init(
            sweep: sweep.name, objective: sweep.objective, parameterNames: sweep.parameterNames,
            condition: condition?.text,
            trials: zip(records, outcomes).map { TrialResult(outcome: $1, series: series[$0.id] ?? [:]) })
    }
}
