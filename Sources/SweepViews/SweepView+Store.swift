import Analysis
public import Expressions
public import ResultsStore
import Settings
import Sweeps

extension SweepView {
    /// Reads one sweep, or several as one, whose trials then have the label `sweep`.
    ///
    /// - Parameters:
    ///   - sweeps: distinct, one or more.
    ///   - settings: what is known of a sweep's settings beside its record.
    ///   - condition: other trials are left out.
    ///   - includingUnplanned: whether trials are there too that the sweep's file no longer asks for.
    /// - Throws: `StoreError`; `SweepViewError`; `ExpressionError` where the condition makes no sense for these trials.
    public init(
        of sweeps: [SweepRecord], in store: ResultsStore, settings: (SweepRecord) -> SweepSettings,
        judgedBy choice: ObjectiveChoice = ObjectiveChoice(), where condition: Expression? = nil,
        includingUnplanned: Bool = false, selection: MeasurementSelection = MeasurementSelection()
    ) throws {
        var sources: [SweepSource] = []
        var origins: [(source: Int, record: TrialRecord)] = []
        var outcomes: [TrialOutcome] = []
        var defaults: [SettingDefaults] = []
        var objectives: [Objective] = []
        var machines: [TrialRecord.ID: Set<Machine>] = [:]
        let settings = sweeps.map(settings)
        for (place, sweep) in sweeps.enumerated() {
            let stored = try store.trials(of: sweep.id)
            let records = includingUnplanned ? stored : stored.filter(\.isPlanned)
            let summaries = try store.summaries(of: sweep.id)
            machines.merge(try store.machines(of: sweep.id)) { first, _ in first }
            objectives.append(
                try choice.objective(of: sweep, measured: Set(summaries.values.flatMap(\.keys))))
            let offset = outcomes.map(\.configurationNumber).max() ?? 0
            sources.append(
                SweepSource(
                    sweep, design: settings[place].design, leftOut: stored.count - records.count, offset: offset))
            origins += records.map { (place, $0) }
            defaults += records.map { _ in settings[place].defaults }
            outcomes += records.map { record in
                TrialOutcome(
                    trial: record.trial, configurationNumber: record.configurationNumber + offset,
                    state: record.state, summaries: summaries[record.id] ?? [:], seconds: record.seconds,
                    labels: sweeps.count > 1 ? [Self.sweepLabel: .string(sweep.name)] : [:])
            }
        }
        // What one of several sweeps names is filled in for the others too, each by its own defaults.
        outcomes = outcomes.completed(by: defaults).namingData(DataVersionNames(origins.map(\.record)))
        let all = zip(origins, outcomes).map { origin, outcome in
            TrialResult(
                outcome: outcome, series: [:], source: origin.source,
                configurationNumber: origin.record.configurationNumber, record: origin.record)
        }
        for (sweep, objective) in zip(sweeps, objectives) where objective != objectives[0] {
            throw SweepViewError.judgedDifferently(
                first: sweeps[0].name, objectives[0], second: sweep.name, objective)
        }
        let objective = objectives.first ?? Objective()
        let condition = condition.map { TrialCondition($0, objective: objective) }
        let kept = try condition.map { try Self.matching($0, all) } ?? all
        let finished = kept.filter { $0.state == .finished }.compactMap(\.record?.id)
        let notes = Self.notes(on: kept, of: all, sources)
        let mixed = MixedMachines(finished.map { machines[$0] ?? [] }).map { [SweepNote.mixedMachines($0)] }
        self.init(
            sources: sources, objective: objective, condition: condition?.text,
            trials: try Self.measured(kept, of: sources, by: objective, in: store, selection: selection),
            notes: notes + (mixed ?? []), given: Self.givenLabels(sweeps, kept), settings: settings)
    }

    /// What the sweeps' files call the configurations of their trials.
    private static func givenLabels(_ sweeps: [SweepRecord], _ trials: [TrialResult]) -> GivenLabels {
        var labels = GivenLabels()
        for (place, sweep) in sweeps.enumerated() where !sweep.labels.isEmpty {
            let own = trials.filter { $0.source == place }.map(\.outcome.described)
            labels.formUnion(GivenLabels(sweep.labels, of: own))
        }
        return labels
    }

    /// The named trials, each by itself: a curve of its own, also where only the seed differs.
    ///
    /// - Parameters:
    ///   - trials: of the store, with their sweeps; one or more.
    ///   - settings: as for whole sweeps.
    /// - Throws: `StoreError`.
    public init(
        comparing trials: [(sweep: SweepRecord, trial: TrialRecord)], in store: ResultsStore,
        settings: (SweepRecord) -> SweepSettings, selection: MeasurementSelection = MeasurementSelection()
    ) throws {
        var sources: [SweepSource] = []
        var sweeps: [SweepRecord] = []
        var defaults: [SettingDefaults] = []
        var summaries: [TrialRecord.ID: [String: MetricSummary]] = [:]
        for (sweep, _) in trials where !sources.contains(where: { $0.record == sweep.id }) {
            sources.append(SweepSource(sweep))
            sweeps.append(sweep)
            defaults.append(settings(sweep).defaults)
            summaries.merge(try store.summaries(of: sweep.id)) { own, _ in own }
        }
        let namesSeeds = Set(trials.map(\.trial.trial.seed)).count > 1
        let origins = trials.map { one in sources.firstIndex { $0.record == one.sweep.id } ?? 0 }
        let outcomes = trials.enumerated().map { index, one in
            var labels: [String: SettingValue] = [:]
            if sources.count > 1 { labels[Self.sweepLabel] = .string(one.sweep.name) }
            if namesSeeds { labels[Self.seedLabel] = .int(one.trial.trial.seed) }
            return TrialOutcome(
                trial: one.trial.trial, configurationNumber: index + 1, state: one.trial.state,
                summaries: summaries[one.trial.id] ?? [:], seconds: one.trial.seconds, labels: labels)
        }.completed(by: origins.map { defaults[$0] })
        let results = trials.indices.map { index in
            TrialResult(
                outcome: outcomes[index], series: [:], source: origins[index],
                configurationNumber: trials[index].trial.configurationNumber, record: trials[index].trial)
        }
        let objective = sources.first?.objective ?? Objective()
        let names = results.map(\.shortName)
        self.init(
            sources: sources, objective: objective,
            trials: try Self.measured(results, of: sources, by: objective, in: store, selection: selection),
            given: Self.givenLabels(sweeps, results),
            singly: names.count <= 3 ? Phrases.list(names) : "\(names.count) trials")
    }

    /// Those for which the condition holds.
    private static func matching(_ condition: TrialCondition, _ all: [TrialResult]) throws -> [TrialResult] {
        var matches = try condition.matches(in: all.map(\.outcome))[...]
        return all.filter { result in
            guard let next = matches.first, next.trial.identity == result.trial.identity,
                next.configurationNumber == result.outcome.configurationNumber
            else { return false }
            matches = matches.dropFirst()
            return true
        }
    }

    /// The trials with what was selected of their measurements and attempts.
    private static func measured(
        _ trials: [TrialResult], of sources: [SweepSource], by objective: Objective, in store: ResultsStore,
        selection: MeasurementSelection
    ) throws -> [TrialResult] {
        if selection == MeasurementSelection() { return trials }
        let best =
            selection.metricsOfBest.isEmpty
            ? [] : best(of: trials.map(\.outcome), by: objective, metric(of: objective, in: sources), selection)
        var series: [TrialRecord.ID: [String: Series]] = [:]
        var attempts: [TrialRecord.ID: [Attempt]] = [:]
        for (place, source) in sources.enumerated() {
            guard let sweep = source.record else { continue }
            let own = trials.filter { $0.source == place }
            let few = own.filter { best.contains($0.outcome.configurationNumber) }
            let metrics = selection.metrics.union(
                Set(own.flatMap(\.outcome.summaries.keys)).filter { selection.prefixes.contains(where: $0.hasPrefix) })
            let read =
                try store.series(
                    of: sweep, metrics: Array(metrics), trials: Set(own.compactMap(\.record?.id)))
                + store.series(
                    of: sweep, metrics: Array(selection.metricsOfBest), trials: Set(few.compactMap(\.record?.id)))
            for one in read {
                series[one.trial, default: [:]][one.metric] = Series(
                    epochs: one.epochs, steps: one.steps, values: one.values)
            }
            if selection.hasAttempts {
                let all = try store.attempts(of: sweep)
                attempts.merge(Dictionary(grouping: all, by: \.trial).mapValues { $0.map(Attempt.init) }) { own, _ in
                    own
                }
            }
        }
        return trials.map { trial in
            guard let id = trial.record?.id else { return trial }
            return TrialResult(
                outcome: trial.outcome, series: series[id] ?? [:], attempts: attempts[id] ?? [], source: trial.source,
                configurationNumber: trial.configurationNumber, record: trial.record)
        }
    }

    /// The numbers of the best configurations, of each panel if there are panels.
    private static func best(
        of outcomes: [TrialOutcome], by objective: Objective, _ metric: MetricDefinition?,
        _ selection: MeasurementSelection
    ) -> Set<Int> {
        let panels = Dictionary(grouping: outcomes) { outcome in
            selection.facet.flatMap { ParameterValues.value(of: $0, in: outcome.described) }
        }
        return Set(
            panels.values.flatMap {
                let ranking = Ranking(of: $0, by: objective, metric: metric)
                return ranking.leading.prefix(selection.best).map { ranking.entries[$0].result.number }
            })
    }

    private static func notes(
        on kept: [TrialResult], of all: [TrialResult], _ sources: [SweepSource]
    ) -> [SweepNote] {
        let before = Dictionary(grouping: all, by: \.outcome.configurationNumber).mapValues(\.count)
        let after = Dictionary(grouping: kept, by: \.outcome.configurationNumber).mapValues(\.count)
        let split = after.count { before[$0.key] != $0.value }
        let data = Dictionary(grouping: all, by: \.source).mapValues { Set($0.map(\.trial.data)) }
        let isAlike = Set(data.values).count <= 1
        return (split > 0 ? [.splitSeeds(configurations: split)] : [])
            + sources.filter { $0.leftOut > 0 }.map { .leftOut($0.leftOut) } + (isAlike ? [] : [.differentData])
    }
}

extension SweepView {
    /// All values of the named metrics of one trial, for whoever writes one trial after the other.
    ///
    /// - Throws: `StoreError`.
    public func series(
        of trial: TrialResult, metrics: [String], in store: ResultsStore
    ) throws -> [(metric: String, series: Series)] {
        guard let sweep = sources[trial.source].record, let id = trial.record?.id else { return [] }
        return try store.series(of: sweep, metrics: metrics, trials: [id]).map {
            ($0.metric, Series(epochs: $0.epochs, steps: $0.steps, values: $0.values))
        }
    }
}
