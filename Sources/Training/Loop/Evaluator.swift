public import Networks

/// Judges a network by whole sets of examples, in evaluation mode.
public struct Evaluator {
    /// What a network achieves on a set.
    public struct Result: Hashable, Sendable {
        /// The mean over the set.
        public let loss: Double
        /// The share of examples whose class is told right; nil where there are no classes.
        public let accuracy: Double?
    }

    private let pass: NetworkPass
    private let batch: Batch
    private let loss: any Loss
    private let indices: [Int32]

    /// - Parameter largest: the size of the largest set there will be.
    public init(_ network: Network, _ loss: any Loss, precision: Precision = .float32, largest: Int) {
        let width = network.architecture.inputs
        // Large enough for fast products, small enough for the cache; the same for all sets, whatever their size.
        let capacity = max(1, min(largest, max(32, min(512, (1 << 19) / width))))
        pass = NetworkPass(network, capacity: capacity, precision: precision, trains: false)
        batch = Batch(capacity: capacity, width: width, outputs: network.architecture.outputs)
        self.loss = loss
        indices = Array(0..<Int32(largest))
    }

    public func evaluate(_ examples: LabelledExamples) -> Result {
        var (sum, terms, right) = (0.0, 0, Int?.some(0))
        indices.withUnsafeBufferPointer { all in
            for start in stride(from: 0, to: examples.count, by: batch.capacity) {
                let end = min(start + batch.capacity, examples.count)
                examples.fill(batch, UnsafeBufferPointer(rebasing: all[start..<end]))
                let outputs = pass.outputs(batch.inputs)
                sum += loss.sum(outputs, batch)
                terms += loss.terms(outputs)
                right = loss.right(outputs, batch).flatMap { count in right.map { $0 + count } }
            }
        }
        return Result(loss: sum / Double(terms), accuracy: right.map { Double($0) / Double(examples.count) })
    }
}
