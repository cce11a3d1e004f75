import Analysis
import ResultsStore
import SweepRuns
import Sweeps

/// Sweeps whose configurations are ranked together.
struct RankedSweeps {
    let sweeps: [StoredSweep]
    let objective: Objective
    let sources: ConfigurationSources

    /// - Parameter names: names or files of sweeps, one or more.
    /// - Throws: `CommandError` where there is no such sweep, one is named twice, or they are judged differently.
    init(
        _ names: [String], in store: ResultsStore, objective options: ObjectiveOptions, includingUnplanned: Bool = false
    ) throws {
        try self.init(
            SweepLookup.find(names, in: store), in: store, objective: options, includingUnplanned: includingUnplanned)
    }

    /// - Parameter records: distinct, one or more.
    init(
        _ records: [SweepRecord], in store: ResultsStore, objective options: ObjectiveOptions,
        includingUnplanned: Bool = false
    ) throws {
        sweeps = try records.map { try StoredSweep($0, in: store, includingUnplanned: includingUnplanned) }
        let objectives = try sweeps.map { try options.objective(of: $0) }
        objective = objectives.first ?? Objective()
        for (sweep, other) in zip(sweeps, objectives) where other != objective {
            let isMetric = other.metric != objective.metric || other.goal != objective.goal
            throw CommandError.wrongUsage(
                "'\(SafeText.escaping(sweeps[0].record.name))' is judged by \(Words.objective(objective)), "
                    + "'\(SafeText.escaping(sweep.record.name))' by \(Words.objective(other)); "
                    + (isMetric ? "'--by METRIC' judges both by one." : "'--select best' or '--select last' says how."))
        }
        sources = ConfigurationSources(
            sweeps.map { ($0.record.name, $0.trials.map(\.configurationNumber).max() ?? 0) })
    }

    /// Of all, the configurations numbered through.
    var outcomes: [TrialOutcome] {
        let outcomes = sweeps.indices.flatMap { index in
            let offset = sources.offset(ofSweep: index)
            return offset == 0
                ? sweeps[index].outcomes
                : sweeps[index].outcomes.map { outcome in
                    TrialOutcome(
                        trial: outcome.trial, configurationNumber: outcome.configurationNumber + offset,
                        state: outcome.state, summaries: outcome.summaries, seconds: outcome.seconds)
                }
        }
        return sweeps.count > 1 ? outcomes.completed(by: sweeps[0].record.defaults) : outcomes
    }

    /// How the configurations came about.
    var design: SweepDesign {
        sweeps.dropFirst().reduce(sweeps.first?.record.design ?? SweepDesign()) { $0.joined(with: $1.record.design) }
    }

    /// What is known of the objective's metric: as the sweeps define it, or where they differ as its name tells.
    var metric: MetricDefinition {
        let definitions = Set(sweeps.map { $0.record.definition(of: objective.metric) })
        return definitions.count == 1
            ? definitions.first ?? MetricDefinition(named: objective.metric) : MetricDefinition(named: objective.metric)
    }

    /// What the sweeps themselves are judged by.
    var ownMetrics: Set<String> { Set(sweeps.map(\.record.objective.metric)) }

    /// The names of what the sweeps' files vary, each once.
    var parameterNames: [String] {
        var seen: Set<String> = []
        return sweeps.flatMap(\.record.parameterNames).filter { seen.insert($0).inserted }
    }

    /// What is left out, and whether values can be compared at all.
    var notes: [String] {
        let data = sweeps.map { Set($0.trials.map(\.trial.data)) }.filter { !$0.isEmpty }
        let areAlike = data.allSatisfy { $0 == data.first }
        let kept = sweeps.map(\.record).filter { $0.objective.metric == objective.metric }
        return sweeps.compactMap(\.leftOutNote) + kept.compactMap(\.keptObjectiveNote)
            + (areAlike
                ? [] : ["The sweeps were not trained on the same data, so their values may not be comparable."])
    }
}
