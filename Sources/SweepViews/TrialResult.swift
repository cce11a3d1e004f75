public import Analysis
import Foundation
public import ResultsStore
public import Sweeps

extension SweepView {
    /// All values of one metric of one trial, in the order of steps; the arrays have one length.
    public struct Series: Hashable, Sendable {
        /// Nil where whoever measured counts no epochs.
        public let epochs: [Int?]
        public let steps: [Int]
        public let values: [Double]

        public init(epochs: [Int?], steps: [Int], values: [Double]) {
            precondition(
                epochs.count == values.count && steps.count == values.count,
                "\(epochs.count) epochs, \(steps.count) steps and \(values.count) values")
            self.epochs = epochs
            self.steps = steps
            self.values = values
        }
    }

    /// One attempt at a trial; times are in seconds since 1970.
    public struct Attempt: Hashable, Sendable {
        /// Counted from 1.
        public let number: Int
        public let worker: String
        public let start: Double
        /// nil while it runs.
        public let end: Double?
        /// The attempt from whose checkpoint it went on.
        public let resumedFrom: Int?
        /// How it ended; nil while it runs.
        public let ending: AttemptEnd?
        /// Nil until its journal says so, and for one that was killed.
        public let usage: ResourceUsage?
        /// What it was computed with; nil where that is not known.
        public let machine: Machine?

        public init(
            number: Int = 1, worker: String, start: Double, end: Double?, resumedFrom: Int? = nil,
            ending: AttemptEnd? = nil, usage: ResourceUsage? = nil, machine: Machine? = nil
        ) {
            self.number = number
            self.worker = worker
            self.start = start
            self.end = end
            self.resumedFrom = resumedFrom
            self.ending = ending
            self.usage = usage
            self.machine = machine
        }
    }

    /// What is known of one trial.
    public struct TrialResult: Sendable {
        public let outcome: TrialOutcome
        /// The place of its sweep among the view's.
        public let source: Int
        /// Of its configuration, in its sweep.
        public let configurationNumber: Int
        /// By metric; those that were read.
        public let series: [String: Series]
        /// In their order; none where they were not read.
        public let attempts: [Attempt]
        /// As the store has it; nil for what was never there.
        public let record: TrialRecord?

        /// - Parameter number: of its configuration in its sweep; nil: as in the view.
        public init(
            outcome: TrialOutcome, series: [String: Series], attempts: [Attempt] = [], source: Int = 0,
            configurationNumber number: Int? = nil, record: TrialRecord? = nil
        ) {
            self.outcome = outcome
            self.series = series
            self.attempts = attempts
            self.source = source
            configurationNumber = number ?? outcome.configurationNumber
            self.record = record
        }

        /// As it was planned: its configuration has what is written alone.
        public var trial: Trial { record?.trial ?? outcome.trial }
        public var state: TrialState { outcome.state }
        public var shortName: String { trial.identity.shortName }

        /// The last value of a metric, of the weights that the trial ends with.
        public func last(_ metric: String) -> MetricPoint? {
            (outcome.summaries[MetricDefinition.restoredName(of: metric)] ?? outcome.summaries[metric])?.last
        }

        /// The latest epoch that anything was measured in.
        public var epoch: Int? { outcome.summaries.values.compactMap(\.last.epoch).max() }
    }
}

extension SweepView.Attempt {
    init(_ record: AttemptRecord) {
        self.init(
            number: record.number, worker: record.worker, start: record.startedAt.timeIntervalSince1970,
            end: record.endedAt?.timeIntervalSince1970, resumedFrom: record.resumedFrom, ending: record.end,
            usage: record.usage, machine: record.machine)
    }
}
