import Analysis
import ResultsStore
import Sweeps

extension SweepRecord {
    /// The best value of a metric, where it is known which way is better: the objective says it of its own metric,
    /// the names of others may tell.
    func best(_ metric: String, in summaries: [String: MetricSummary]) -> MetricPoint? {
        let goal = metric == objective.metric ? objective.goal : Objective.Goal.usual(forMetric: metric)
        return goal.flatMap { summaries[metric]?.value(.best, $0) }
    }
}
