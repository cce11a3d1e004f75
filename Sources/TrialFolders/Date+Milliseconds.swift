public import Foundation

extension Date {
    /// Since 1970 in UTC, as folders and the store keep times.
    public var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }

    public init(milliseconds: Int) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
