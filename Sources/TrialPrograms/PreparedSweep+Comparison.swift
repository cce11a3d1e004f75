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
    ///   - store: as it was before; nil where there is none.
    public func comparisonNotes(_ cache: WorkloadCache, in store: ResultsStore?) throws -> [String] {
        try [incomparable(cache), store.flatMap(changedData)].compactMap(\.self)
    }

    /// Whether the objective measures the same in all configurations.
    public func isComparable(_ cache: WorkloadCache) -> Bool { incomparable(cache) == nil }

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

            init(_ trial: Trial) { (configuration, seed) = (trial.configuration.canonicalJSON, trial.seed) }
        }
        let planned = Dictionary(plan.trials.map { (Key($0), $0) }) { first, _ in first }
        let finished = try store.trials(of: record.id).filter { $0.state == .finished }
        // What has finished on the data as they are is done.
        let done = Set(finished.filter { planned[Key($0.trial)]?.data == $0.trial.data }.map { Key($0.trial) })
        let old = finished.filter { stored in
            let key = Key(stored.trial)
            return !done.contains(key) && planned[key].map { $0.data != stored.trial.data } ?? false
        }
        guard !old.isEmpty else { return nil }
        let isOne = old.count == 1
        let changed = Set(old.compactMap { planned[Key($0.trial)]?.configuration })
        var names: [String] = []
        for (configuration, summary) in zip(plan.configurations, summaries) where changed.contains(configuration) {
            if !names.contains(summary.data.name) { names.append(summary.data.name) }
        }
        return
            "The data \(Phrases.list(names)) changed since \(Phrases.count(old.count, "trial")) finished: \(isOne ? "it no longer counts" : "they no longer count"), "
            + "and \(isOne ? "is" : "are") trained again on the data as they are; 'sweep rank --all' shows what "
            + "\(isOne ? "it was" : "they were")."
    }
}
