public import Tensors

/// Examples that a network is trained on or judged by at once, in memory of their own that is filled again and again.
///
/// `classes` is owned by the batch and freed with it; it must not be used after the batch.
public final class Batch {
    /// `[capacity, width]`; the first `count` rows are the examples.
    public let storage: Matrix
    /// The class of each example, `[capacity]`, for losses that take classes.
    public let classes: UnsafeMutableBufferPointer<Int32>
    /// What each output is to become, `[capacity, outputs]`, for losses that take numbers.
    public let values: Matrix
    /// How many examples there are.
    public var count: Int {
        didSet { precondition(count >= 0 && count <= capacity, "\(count) examples in a batch for \(capacity)") }
    }

    public var capacity: Int { storage.rows }

    /// - Parameters:
    ///   - width: numbers per example.
    ///   - outputs: numbers per target.
    public init(capacity: Int, width: Int, outputs: Int = 1) {
        precondition(capacity > 0, "a batch for \(capacity) examples")
        storage = Matrix(rows: capacity, columns: width)
        values = Matrix(rows: capacity, columns: outputs)
        classes = .allocate(capacity: capacity)
        classes.initialize(repeating: 0)
        count = 0
    }

    /// A batch of examples and their classes.
    public convenience init(_ rows: [[Float]], classes: [Int32]) {
        self.init(capacity: rows.count, width: rows.first?.count ?? 0)
        precondition(classes.count == rows.count, "\(classes.count) classes for \(rows.count) examples")
        storage.buffer.copy(from: rows.flatMap(\.self))
        _ = self.classes.update(fromContentsOf: classes)
        count = rows.count
    }

    /// A batch of examples and the numbers that they are to become.
    public convenience init(_ rows: [[Float]], values: [[Float]]) {
        self.init(capacity: rows.count, width: rows.first?.count ?? 0, outputs: values.first?.count ?? 1)
        storage.buffer.copy(from: rows.flatMap(\.self))
        self.values.buffer.copy(from: values.flatMap(\.self))
        count = rows.count
    }

    deinit {
        classes.deallocate()
    }

    /// The examples, `[count, width]`.
    public var inputs: Matrix { storage.prefix(count) }
}
