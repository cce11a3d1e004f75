public import Foundation

/// A trial of a sweep with all that was settled when it was registered, before its first attempt.
public struct RegisteredTrial: Hashable, Sendable {
    public let trial: Trial
    /// In its sweep, counted from 1.
    public let number: Int
    /// Of its configuration; nil where nobody knows it any more.
    public let configurationNumber: Int?
    public let isPlanned: Bool
    public let createdAt: Date

    public init(trial: Trial, number: Int, configurationNumber: Int?, isPlanned: Bool, createdAt: Date) {
        self.trial = trial
        self.number = number
        self.configurationNumber = configurationNumber
        self.isPlanned = isPlanned
        self.createdAt = createdAt
    }
}
