public import Foundation
public import Sweeps

/// One attempt at a trial as the store knows it.
public struct AttemptRecord: Hashable, Sendable {
    public let trial: TrialRecord.ID
    /// Counted from 1.
    public let number: Int
    public let worker: String
    /// How many bytes of its journal are taken in; following goes on from there.
    public let journalOffset: Int
    /// How many bytes of its journal count, since a later attempt went on from there; nil for all.
    public let journalKept: Int?
    /// The attempt whose checkpoint it started from.
    public let resumedFrom: Int?
    public let startedAt: Date
    public let endedAt: Date?
    /// Nil while it runs.
    public let end: AttemptEnd?
    /// Nil until its journal says so, and for one that was killed.
    public let usage: ResourceUsage?
    /// What it was computed with; nil until its journal says so, and where an older version or another program ran it.
    public let machine: Machine?
}
