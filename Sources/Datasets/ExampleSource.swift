/// Examples that a training loop reads by index: rows of features, ready for a network, and what they are to become.
///
/// A source is a value that never changes: equal indices give equal rows, from any thread.
public protocol ExampleSource: Sendable {
    /// How many examples there are; at least one.
    var count: Int { get }

    /// Features per example: the width of a row.
    var width: Int { get }

    /// What each example is to become, in the order of the examples.
    var targets: Targets { get }

    /// Writes the features of the examples at `indices`, converted and standardized.
    ///
    /// - Parameters:
    ///   - indices: each in `0..<count`, in any order, repeated or not.
    ///   - rows: `[indices.count, width]`, row by row; exactly so many elements are written.
    func gather(_ indices: UnsafeBufferPointer<Int32>, into rows: UnsafeMutableBufferPointer<Float>)
}

/// What the examples of a source are to become.
public enum Targets: Sendable {
    /// The class of each example, in `0..<count`.
    case classes([Int32], count: Int)
    /// The number of each example, in the units of the data.
    case values([Float])
}
