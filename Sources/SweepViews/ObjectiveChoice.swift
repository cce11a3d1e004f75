import ResultsStore
public import Sweeps

/// By what trials are judged, as far as that is not what the sweep's file says.
public struct ObjectiveChoice: Hashable, Sendable {
    public var metric: String?
    public var goal: Objective.Goal?
    public var selection: Objective.Selection?

    public init(metric: String? = nil, goal: Objective.Goal? = nil, selection: Objective.Selection? = nil) {
        self.metric = metric
        self.goal = goal
        self.selection = selection
    }

    /// Whether anything but the sweep's own objective is asked for.
    public var isGiven: Bool { metric != nil || goal != nil || selection != nil }

    /// The sweep's objective with what was asked for instead.
    ///
    /// - Parameter measured: what any of its trials has measured.
    func objective(of sweep: SweepRecord, measured: Set<String>) throws(SweepViewError) -> Objective {
        let own = sweep.objective
        var objective = own
        if let metric, metric != own.metric {
            guard measured.contains(metric) else {
                throw .unknownMetric(metric, known: measured.union([own.metric]))
            }
            guard let goal = goal ?? sweep.definition(of: metric).goal else { throw .unknownGoal(metric: metric) }
            objective.metric = metric
            objective.goal = goal
        }
        if let goal { objective.goal = goal }
        if let selection { objective.selection = selection }
        return objective
    }
}
