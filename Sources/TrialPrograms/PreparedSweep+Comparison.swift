import Analysis
public import ResultsStore
import SweepFiles
import SweepPlanning
public import SweepRuns
import Sweeps
public import Workloads

extension PreparedSweep {
    /// What to know of comparing its trials with each other, and with those that were trained before.
    ///
    /// - Parameters:
    ///   - cache: what the sweep was prepared with.
    ///   - store: as it was before; nil where there is none, or it is not to be looked at.
    public func comparisonNotes(_ cache: WorkloadCache, in store: ResultsStore?) throws -> [String] {
        try [incomparable(cache), store.flatMap(changedData)].compactMap(\.self)
    }

    /// That the objective measures another thing in some configurations than in others.
    private func incomparable(_ cache: WorkloadCache) -> String? {
        let name = sweep.objective.metric
        let metric = sweep.metrics.first { $0.name == name } ?? MetricDefinition(named: name)
        let configurations = plan.configurations.completed { [folder = file.folder] configuration, names in
            Workload.defaults(of: configuration, among: names, folder: folder, cache: cache)
        }
        let common = sweep.metrics.filter { metric in
            summaries.allSatisfy { summary in summary.metrics.contains { $0.name == metric.name } }
        }
        return Comparability.warning(of: metric, among: configurations, metrics: common)
    }

    /// That the data are others than those of trials that were trained, which no longer count.
    private func changedData(in store: ResultsStore) throws -> String? {
        guard let record = try store.sweep(named: sweep.name) else { return nil }
        struct Key: Hashable {
            let configuration: String
            let seed: Int
        }
        let planned = Dictionary(
            plan.trials.map { (Key(configuration: $0.configuration.canonicalJSON, seed: $0.seed), $0.data) }
        ) { first, _ in first }
        let old = try store.trials(of: record.id).filter { stored in
            let trial = stored.trial
            let now = planned[Key(configuration: trial.configuration.canonicalJSON, seed: trial.seed)]
            return stored.state == .finished && now.map { $0 != trial.data } ?? false
        }
        guard !old.isEmpty else { return nil }
        let isOne = old.count == 1
        return
            "The data changed since \(Phrases.count(old.count, "trial")) finished: \(isOne ? "it no longer counts" : "they no longer count"), "
            + "and \(isOne ? "is" : "are") trained again on the data as they are; 'sweep rank --all' shows what "
            + "\(isOne ? "it was" : "they were")."
    }
}
