public import Foundation
public import Sweeps

/// What a collector has learned since it was last asked.
public enum Finding: Hashable, Sendable {
    /// Values, with the time at which they were measured where their source says it, to a second.
    ///
    /// A value of a metric and step that was given before takes the earlier one's place.
    case values([MeasurementRun], at: Date?)
    /// All values of a metric so far count no more: a more trusted source gives them, or the file that they stood in
    /// was written anew. Values that follow stand in their place.
    case withdrawn(metric: String)
}
