public import Sweeps

/// Finished trials were not all computed with the same processor and kernels.
public struct MixedMachines: Hashable, Sendable {
    /// Trials that were computed alike, the most first: more than one where trials went on elsewhere.
    public struct Group: Hashable, Sendable {
        public let machines: [Machine]
        public let trials: Int
    }

    public let groups: [Group]
    /// Of so many it is not known.
    public let unknown: Int

    /// Nil where no two are known to differ.
    ///
    /// - Parameter trials: what each finished trial was computed with; empty where that is not known.
    public init?(_ trials: [Set<Machine>]) {
        let known = trials.filter { !$0.isEmpty }
        guard Set(known.joined()).count > 1 else { return nil }
        unknown = trials.count - known.count
        groups = Dictionary(grouping: known) { $0 }
            .map { Group(machines: $0.key.sorted(), trials: $0.value.count) }
            .sorted { ($1.trials, $0.machines.map(\.words).joined()) < ($0.trials, $1.machines.map(\.words).joined()) }
    }

    public var sentence: String {
        let parts = groups.map { group in
            "\(group.trials) on \(group.machines.map(\.words).joined(separator: " and then elsewhere on "))"
        }
        let rest = unknown > 0 ? "; of \(unknown) it is not known" : ""
        return "The finished trials were computed with different processors or kernels, whose rounding differs: "
            + "\(parts.joined(separator: "; "))\(rest)."
    }
}
