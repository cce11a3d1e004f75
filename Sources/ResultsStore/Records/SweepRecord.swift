public import Foundation
public import Sweeps

/// A sweep as the store knows it.
public struct SweepRecord: Hashable, Sendable, Identifiable {
    public struct ID: Hashable, Sendable {
        let row: Int64
    }

    public let id: ID
    public let name: String
    public let description: String?
    public let method: Sweep.Method
    public let objective: Objective
    /// What its trials measure, as far as that was known when they were planned.
    public let metrics: [MetricDefinition]
    /// As the file said them when it last ran.
    public let limits: SweepLimits
    /// Of the sweep's file, as it was given when it last ran.
    public let filePath: String
    /// The file as it last ran.
    public let fileText: String
    public let fileHash: String
    /// The names of what the file varies, in its order.
    public let parameterNames: [String]
    /// What the file calls configurations.
    public let labels: [ConfigurationLabel]
    public let createdAt: Date
    public let updatedAt: Date

    /// What is known of a metric, if only from its name.
    public func definition(of metric: String) -> MetricDefinition {
        metrics.first { $0.name == metric } ?? MetricDefinition(named: metric)
    }
}
