import ResultsStore
import Sweeps

extension SweepRecord {
    /// The best value of a metric, where it is known which way is better: the objective says it of its own metric, the
    /// definitions of others.
    func best(_ metric: String, in summaries: [String: MetricSummary]) -> MetricPoint? {
        let goal = metric == objective.metric ? objective.goal : definition(of: metric).goal
        return goal.flatMap { summaries[metric]?.value(.best, $0) }
    }
}
