import Analysis
public import Expressions
import SweepFiles
import SweepPlanning
public import SweepRuns
public import SweepViews
import Sweeps
public import Workloads

/// The learning rates of a sweep that has no trials yet, worked out from its file.
public struct PlannedRates {
    public let view: SweepView
    /// The labels of configurations whose rates only training tells.
    public let untold: [String]

    /// - Parameter condition: other configurations are left out.
    /// - Throws: `ExpressionError` where the condition makes no sense for the configurations.
    public init(_ prepared: PreparedSweep, cache: WorkloadCache, where condition: Expression?) throws {
        let condition = condition.map { TrialCondition($0, objective: prepared.sweep.objective) }
        let names = prepared.sweep.parameterNames
        let planned = prepared.plan.configurations.enumerated().map { index, configuration in
            TrialOutcome(
                trial: Trial(configuration: configuration, seed: prepared.sweep.seeds.first ?? 1, data: ""),
                configurationNumber: index + 1, state: .pending, summaries: [:], seconds: 0)
        }
        let outcomes = try condition?.matches(in: planned) ?? planned
        let configurations = outcomes.map(\.trial.configuration)
        let given = GivenLabels(prepared.sweep.labels, of: configurations)
        let labels = ConfigurationLabels(configurations, order: names, given: given)
        var trials: [SweepView.TrialResult] = []
        var untold: [String] = []
        for outcome in outcomes {
            let configuration = outcome.trial.configuration
            let workload = try Workload(
                configuration: configuration, objective: prepared.sweep.objective, folder: prepared.file.folder,
                cache: cache)
            if workload.hasRatesByMetric { untold.append(labels.label(of: [configuration])) }
            let runs = Dictionary(grouping: try workload.plannedRates(), by: \.metric)
            trials.append(SweepView.TrialResult(outcome: outcome, series: runs.mapValues(SweepView.Series.init)))
        }
        view = SweepView(
            sweep: prepared.sweep.name, objective: prepared.sweep.objective,
            parameterNames: names, condition: condition?.text, trials: trials, given: given)
        self.untold = untold
    }
}

extension SweepView.Series {
    fileprivate init(_ runs: [MeasurementRun]) {
        self.init(
            epochs: runs.flatMap { run in run.values.map { _ in run.epoch } },
            steps: runs.flatMap { run in run.values.indices.map { run.firstStep + $0 } }, values: runs.flatMap(\.values)
        )
    }
}
