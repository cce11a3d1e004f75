public import Analysis
import Foundation
public import ResultsStore
public import Settings
public import Sweeps

extension SweepView {
    /// Reads a sweep: its planned trials with their summaries, and the measurements that are selected.
    ///
    /// - Parameters:
    ///   - defaults: what settings come to that are not written.
    ///   - condition: other trials are left out.
    /// - Throws: `StoreError`; `ExpressionError` where the condition makes no sense for these trials.
    public init(
        of sweep: SweepRecord, in store: ResultsStore, selection: MeasurementSelection = MeasurementSelection(),
        defaults: SettingDefaults = { _, _ in [:] },
        where condition: TrialCondition? = nil
    ) throws {
        let summaries = try store.summaries(of: sweep.id)
        let planned = try store.trials(of: sweep.id).filter(\.isPlanned)
        let all = planned.map { record in
            TrialOutcome(
                trial: record.trial, configurationNumber: record.configurationNumber, state: record.state,
                summaries: summaries[record.id] ?? [:], seconds: record.seconds)
        }.completed(by: defaults)
        let outcomes = try condition?.matches(in: all) ?? all
        let kept = Set(outcomes.map(\.trial.identity))
        let records = planned.filter { kept.contains($0.trial.identity) }
        let best = Self.best(of: outcomes, by: sweep.objective, selection)
        let few = Set(records.filter { best.contains($0.configurationNumber) }.map(\.id))

        let metrics = selection.metrics.union(
            Set(outcomes.flatMap(\.summaries.keys)).filter { selection.prefixes.contains(where: $0.hasPrefix) })

        let series = Self.byTrial(
            try store.series(of: sweep.id, metrics: Array(metrics), trials: Set(records.map(\.id)))
                + store.series(of: sweep.id, metrics: Array(selection.metricsOfBest), trials: few))
        let attempts = selection.hasAttempts ? try store.attempts(of: sweep.id) : []
        let attemptsByTrial = Dictionary(grouping: attempts, by: \.trial).mapValues { $0.map(Attempt.init) }
        self.init(
            sweep: sweep.name, objective: sweep.objective, parameterNames: sweep.parameterNames,
            condition: condition?.text,
            trials: zip(records, outcomes).map { record, outcome in
                TrialResult(
                    outcome: outcome, series: series[record.id] ?? [:], attempts: attemptsByTrial[record.id] ?? [])
            })
    }

    /// What was read of each trial, by metric.
    public static func byTrial(_ read: [MetricSeries]) -> [TrialRecord.ID: [String: Series]] {
        read.reduce(into: [:]) { series, one in
            series[one.trial, default: [:]][one.metric] = Series(
                epochs: one.epochs, steps: one.steps, values: one.values)
        }
    }

    /// The numbers of the best configurations, of each panel if there are panels.
    private static func best(
        of outcomes: [TrialOutcome], by objective: Objective, _ selection: MeasurementSelection
    ) -> Set<Int> {
        let panels = Dictionary(grouping: outcomes) { outcome in
            selection.facet.flatMap { ParameterValues.value(of: $0, in: outcome.trial.configuration) }
        }
        return Set(
            panels.values.flatMap { Ranking(of: $0, by: objective).entries.prefix(selection.best).map(\.result.number) }
        )
    }
}

extension SweepView.Attempt {
    fileprivate init(_ record: AttemptRecord) {
        self.init(
            worker: record.worker, start: record.startedAt.timeIntervalSince1970,
            end: record.endedAt?.timeIntervalSince1970)
    }
}
