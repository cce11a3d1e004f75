public import Foundation

extension Date {
    /// Since 1970 in UTC, as folders and the store keep times; the last that there is for a time beyond it, which only a
    /// damaged file says.
    public var milliseconds: Int {
        let exact = (timeIntervalSince1970 * 1000).rounded()
        return Int(exactly: exact) ?? (exact < 0 ? .min : .max)
    }

    public init(milliseconds: Int) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
