import Analysis
import SweepFiles
import SweepPlanning
public import SweepRuns
import Sweeps
public import Workloads

extension PreparedSweep {
    /// Whether the objective measures the same in all configurations.
    public func isComparable(_ cache: WorkloadCache) -> Bool { comparabilityNote(cache) == nil }

    /// A sentence where the objective measures another thing in some configurations than in others.
    ///
    /// - Parameter cache: what the sweep was prepared with.
    public func comparabilityNote(_ cache: WorkloadCache) -> String? {
        // Of what another program measures nobody knows what it depends on.
        guard sweep.program == nil else { return nil }
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
}
