public import Foundation
import ResultsStore
public import Sweeps

/// One of the sweeps that a view is of.
public struct SweepSource: Hashable, Sendable {
    public let name: String
    public let description: String?
    /// Of the sweep's file, as it was given when it last ran.
    public let filePath: String
    /// The file as it last ran.
    public let fileText: String
    /// What its file says that trials are judged by.
    public let objective: Objective
    /// The names of what the file varies, in its order.
    public let parameterNames: [String]
    /// What its trials measure, as far as that was known when they were planned.
    public let metrics: [MetricDefinition]
    /// How its configurations came about.
    public let design: SweepDesign
    public let createdAt: Date
    public let updatedAt: Date
    /// How many trials the file no longer asks for and are left out.
    public let leftOut: Int
    /// What is added to the numbers of its configurations, which in a view count on from sweep to sweep.
    public let offset: Int
    /// In the store; nil for what was never there.
    let record: SweepRecord.ID?

    public init(
        name: String, description: String? = nil, filePath: String = "FILE", objective: Objective = Objective(),
        parameterNames: [String] = [], metrics: [MetricDefinition] = [], design: SweepDesign = SweepDesign(),
        leftOut: Int = 0, offset: Int = 0
    ) {
        self.name = name
        self.description = description
        self.filePath = filePath
        fileText = ""
        self.objective = objective
        self.parameterNames = parameterNames
        self.metrics = metrics
        self.design = design
        createdAt = .distantPast
        updatedAt = .distantPast
        self.leftOut = leftOut
        self.offset = offset
        record = nil
    }

    init(_ sweep: SweepRecord, design: SweepDesign = SweepDesign(), leftOut: Int = 0, offset: Int = 0) {
        name = sweep.name
        description = sweep.description
        filePath = sweep.filePath
        fileText = sweep.fileText
        objective = sweep.objective
        parameterNames = sweep.parameterNames
        metrics = sweep.metrics
        self.design = design
        createdAt = sweep.createdAt
        updatedAt = sweep.updatedAt
        self.leftOut = leftOut
        self.offset = offset
        record = sweep.id
    }

    /// What is known of a metric, if only from its name.
    public func definition(of metric: String) -> MetricDefinition {
        metrics.first { $0.name == metric } ?? MetricDefinition(named: metric)
    }

    /// Which way a metric is better: the objective says it of its own, the definitions of others; nil where nobody does.
    public func goal(of metric: String) -> Objective.Goal? {
        metric == objective.metric ? objective.goal : definition(of: metric).goal
    }
}
