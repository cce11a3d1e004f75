public import Foundation

/// One value of a metric as a source gave it, before it has a place of its own.
public struct ReportedValue: Hashable, Sendable {
    public var metric: String
    /// As given: it may be infinite or not a number.
    public var value: Double
    /// Not below 0; nil where the source says none.
    public var step: Int?
    /// Not below 0; part of an epoch counts as the epoch that it lies in, as 0.94 in 1.
    public var epoch: Int?
    /// When it was measured, where the source says it.
    public var at: Date?
    /// Whether it was taken at the program's end and stands for the whole.
    public var isSummary: Bool
    /// How doubtful it is that the metric is meant: 0 where it is named, more where a context must be believed. What is
    /// less doubtful takes the place of what is more so.
    public var doubt: Int

    public init(
        metric: String, value: Double, step: Int? = nil, epoch: Int? = nil, at: Date? = nil, isSummary: Bool = false,
        doubt: Int = 0
    ) {
        self.metric = metric
        self.value = value
        self.step = step
        self.epoch = epoch
        self.at = at
        self.isSummary = isSummary
        self.doubt = doubt
    }
}
