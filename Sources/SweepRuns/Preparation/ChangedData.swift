public import ResultsStore
import SweepPlanning
import Sweeps

/// Data that are others than those which trials finished on, so that these no longer count.
public struct ChangedData: Hashable, Sendable {
    /// Of the data, as the person wrote them.
    public let names: [String]
    public let trials: Int

    public init(names: [String], trials: Int) {
        self.names = names
        self.trials = trials
    }
}

extension PreparedSweep {
    /// What of its data has changed since trials in the store finished that were planned alike; nil where nothing has.
    public func changedData(in store: ResultsStore) throws -> ChangedData? {
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
        let changed = Set(old.compactMap { planned[Key($0.trial)]?.configuration })
        var names: [String] = []
        for (configuration, summary) in zip(plan.configurations, summaries) where changed.contains(configuration) {
            if let name = summary.training?.data.name, !names.contains(name) { names.append(name) }
        }
        return ChangedData(names: names, trials: old.count)
    }
}
