import Analysis
import Reports
import ResultsStore
import Settings
import SweepViews
import Sweeps

/// Trials of one or several sweeps, made ready to be drawn in one chart.
struct ComparedCurves {
    private struct Entry {
        let sweep: SweepRecord.ID
        let trial: TrialRecord.ID
        let outcome: TrialOutcome
    }

    private let entries: [Entry]
    private let name: String
    private let objective: Objective
    private let parameterNames: [String]

    /// Whole sweeps: each configuration is a curve, which goes by its sweep and by what that sweep varies.
    init(_ ranked: RankedSweeps) {
        name = Phrases.list(ranked.sources.sweeps)
        objective = ranked.objective
        parameterNames = ["sweep"] + ranked.parameterNames
        let trials = ranked.sweeps.flatMap { sweep in
            let shared = Self.sharedSettings(of: sweep)
            return sweep.trials.map { (sweep: sweep.record, shared: shared, trial: $0) }
        }
        entries = zip(trials, ranked.outcomes).map { one, outcome in
            let settings = outcome.trial.configuration.settings.filter { !one.shared.contains($0.key) }
            let named = settings.merging(["sweep": .string(one.sweep.name)]) { own, _ in own }
            return Entry(
                sweep: one.sweep.id, trial: one.trial.id,
                outcome: outcome.numbered(outcome.configurationNumber, as: Configuration(named)))
        }
    }

    /// The names of what is the same in all configurations of a sweep.
    private static func sharedSettings(of sweep: StoredSweep) -> Set<String> {
        let all = sweep.trials.map(\.trial.configuration.settings)
        return Set((all.first ?? [:]).filter { name, value in all.allSatisfy { $0[name] == value } }.keys)
    }

    /// Single trials: each is a curve of its own, also where only the seed differs.
    init(_ trials: [CompareReport.Entry]) {
        let sweeps = trials.map(\.sweep.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let namesSeeds = Set(trials.map(\.trial.trial.seed)).count > 1
        name = trials.count <= 3 ? Phrases.list(trials.map(\.trial.shortName)) : "\(trials.count) trials"
        objective = trials.first?.sweep.objective ?? Objective()
        parameterNames = ["sweep"] + trials.flatMap(\.sweep.parameterNames) + ["seed"]
        entries = trials.enumerated().map { index, entry in
            var named = entry.trial.trial.configuration.settings
            if sweeps.count > 1, named["sweep"] == nil { named["sweep"] = .string(entry.sweep.name) }
            if namesSeeds, named["seed"] == nil { named["seed"] = .int(entry.trial.trial.seed) }
            let outcome = TrialOutcome(
                trial: entry.trial.trial, configurationNumber: index + 1, state: entry.trial.state,
                summaries: entry.summaries, seconds: entry.trial.seconds)
            return Entry(
                sweep: entry.sweep.id, trial: entry.trial.id,
                outcome: outcome.numbered(index + 1, as: Configuration(named)))
        }
    }

    /// What a chart of `kind` needs; the values of every step are read of the `top` best configurations only.
    ///
    /// - Throws: `StoreError`.
    func results(for kind: ChartKind, top: Int, in store: ResultsStore) throws -> SweepView {
        let best = Set(
            Ranking(of: entries.map(\.outcome), by: objective).entries.prefix(top).map(\.result.number))
        let drawn = entries.filter { !kind.isOfEveryStep || best.contains($0.outcome.configurationNumber) }
        var series: [TrialRecord.ID: [String: SweepView.Series]] = [:]
        for (sweep, members) in Dictionary(grouping: drawn, by: \.sweep) {
            let read = try store.series(of: sweep, metrics: kind.metrics, trials: Set(members.map(\.trial)))
            series.merge(SweepView.byTrial(read)) { own, _ in own }
        }
        return SweepView(
            sweep: name, objective: objective, parameterNames: parameterNames,
            trials: entries.map { SweepView.TrialResult(outcome: $0.outcome, series: series[$0.trial] ?? [:]) })
    }
}

extension TrialOutcome {
    /// The same outcome under another configuration, by which the chart groups and names its curves.
    fileprivate func numbered(_ number: Int, as configuration: Configuration) -> TrialOutcome {
        TrialOutcome(
            trial: Trial(stored: configuration, seed: trial.seed, data: trial.data, identity: trial.identity),
            configurationNumber: number, state: state, summaries: summaries, seconds: seconds)
    }
}
