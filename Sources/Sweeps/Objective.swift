/// The metric that trials are judged by, which way is better, and at which epoch it is read.
public struct Objective: Hashable, Sendable, Codable {
    public enum Goal: String, CaseIterable, Sendable, Codable {
        case maximize, minimize
    }

    /// `best`: the best value that the trial ever measured; `last`: its last one.
    public enum Selection: String, CaseIterable, Sendable, Codable {
        case best, last
    }

    public var metric: String
    public var goal: Goal
    public var selection: Selection

    public init(metric: String = "dev_accuracy", goal: Goal = .maximize, selection: Selection = .best) {
        self.metric = metric
        self.goal = goal
        self.selection = selection
    }

    /// That of a sweep whose file names no metric and whose program may report any; nothing is judged by it.
    public static let unnamed = Objective(metric: "", goal: .minimize)

    /// Whether there is a metric to judge by.
    public var isNamed: Bool { !metric.isEmpty }

    /// Whether `value` is strictly better than `other`; a value that is no number is never better.
    public func prefers(_ value: Double, to other: Double) -> Bool {
        if value.isNaN { return false }
        if other.isNaN { return true }
        return goal == .maximize ? value > other : value < other
    }
}
