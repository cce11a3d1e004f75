public import Foundation
public import Sweeps

/// A trial as the store knows it.
public struct TrialRecord: Hashable, Sendable, Identifiable {
    public struct ID: Hashable, Sendable, Comparable {
        let row: Int64

        public static func < (first: ID, second: ID) -> Bool { first.row < second.row }
    }

    public let id: ID
    /// In its sweep, counted from 1 in the order in which trials came.
    public let number: Int
    /// Of its configuration in its sweep, counted from 1; trials that differ by seed only share it.
    public let configurationNumber: Int
    public let trial: Trial
    public var state: TrialState
    /// Whether the sweep's file, as it last ran, asks for this trial.
    public var isPlanned: Bool
    /// The number of the newest attempt; 0 before the first.
    public var attempts: Int
    /// What there is to say beyond the state: why it failed, where it diverged.
    public var message: String?
    public let createdAt: Date
    /// When its first attempt started.
    public var startedAt: Date?
    public var endedAt: Date?
    /// How long its ended attempts took together, in seconds.
    public var seconds: Double?

    public var shortName: String { trial.identity.shortName }
}
