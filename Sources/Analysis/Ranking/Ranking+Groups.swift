import Settings
import Sweeps

extension Ranking {
    /// The best entry of each value of a hyperparameter, best first: each optimizer at its own best settings.
    ///
    /// The label is the value as people write it; entries that do not have the hyperparameter are a group of their own.
    /// Entries without a value of the objective are in no group.
    public func bestEntries(by parameter: String) -> [(label: String, entry: Int)] {
        var seen: Set<String> = []
        return entries.enumerated().compactMap { index, entry in
            guard entry.rank != nil else { return nil }
            let value = entry.result.configuration.parameters.first { $0.name == parameter }?.value
            let label = value?.description ?? "without \(parameter)"
            return seen.insert(label).inserted ? (label, index) : nil
        }
    }
}
