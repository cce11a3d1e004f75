import Settings
import Sweeps

extension Ranking {
    /// The best of all entries that have one value of a hyperparameter.
    public struct Group: Hashable, Sendable {
        /// The value as people write it; entries that do not have the hyperparameter are a group of their own.
        public let label: String
        /// Of its best configuration, in the ranking's entries.
        public let entry: Int
        /// How many configurations with a value of the objective it was picked from.
        public let count: Int
    }

    /// The best entry of each value of a hyperparameter, best first: each optimizer at its own best settings.
    ///
    /// Entries without a value of the objective are in no group. With the verdict of a ranking, the best of a group is
    /// the first that it compares, where there is one.
    public func bestEntries(by parameter: String, verdict: Verdict? = nil) -> [Group] {
        var members: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() where entry.rank != nil {
            members[entry.result.configuration.level(of: parameter)?.levelLabel ?? "without \(parameter)", default: []]
                .append(index)
        }
        return members.compactMap { label, indices in
            (indices.first { verdict?.isCompared($0) ?? true } ?? indices.first).map {
                Group(label: label, entry: $0, count: indices.count)
            }
        }.sorted { $0.entry < $1.entry }
    }
}

extension Verdict {
    /// Whether an entry has the seeds that comparisons take.
    func isCompared(_ entry: Int) -> Bool { standings[entry] != .tooFewSeeds }
}
