public import Networks
import Tensors

/// Judges a network by whole sets of examples, in evaluation mode.
public struct Evaluator {
    /// What a network achieves on a set.
    public struct Result: Hashable, Sendable {
        /// All scores that there are for such examples.
        public let scores: [Score: Double]

        public var loss: Double { scores[.loss] ?? .nan }
        /// The share of examples whose class is told right; nil where there are no classes.
        public var accuracy: Double? { scores[.accuracy] }
    }

    private let pass: NetworkPass
    private let batch: Batch
    private let loss: any Loss
    /// What gives the cross-entropy where the loss is another; nil also where there are no classes.
    private let crossEntropy: (any Loss)?
    private let area = AreaUnderCurve()
    private let indices: [Int32]

    /// - Parameter largest: the size of the largest set there will be.
    public init(_ network: Network, _ loss: any Loss, precision: Precision = .float32, largest: Int) {
        let width = network.architecture.inputs
        // Large enough for fast products, small enough for the cache; the same for all sets, whatever their size.
        let capacity = max(1, min(largest, max(32, min(512, (1 << 19) / width))))
        pass = NetworkPass(network, capacity: capacity, precision: precision, trains: false)
        batch = Batch(capacity: capacity, width: width, outputs: network.architecture.outputs)
        self.loss = loss
        crossEntropy =
            switch loss.targets {
            case .classes where !Self.isCrossEntropy(loss): CrossEntropy()
            case .binary where !Self.isCrossEntropy(loss): BinaryCrossEntropy()
            default: nil
            }
        indices = Array(0..<Int32(largest))
    }

    /// Whether the loss is the cross-entropy itself.
    static func isCrossEntropy(_ loss: any Loss) -> Bool {
        (loss as? CrossEntropy)?.labelSmoothing == 0 || (loss as? BinaryCrossEntropy)?.labelSmoothing == 0
    }

    public func evaluate(_ examples: LabelledExamples) -> Result {
        let classes = loss.targets == .values ? 0 : max(batch.values.columns, 2)
        let hasArea = classes == 2
        if hasArea { area.begin(count: examples.count) }
        var (sum, terms, entropy) = (0.0, 0, 0.0)
        var (counts, errors) = (ClassCounts(classes: classes), ErrorSums())
        indices.withUnsafeBufferPointer { all in
            for start in stride(from: 0, to: examples.count, by: batch.capacity) {
                let end = min(start + batch.capacity, examples.count)
                examples.fill(batch, UnsafeBufferPointer(rebasing: all[start..<end]))
                let outputs = pass.outputs(batch.inputs)
                sum += loss.sum(outputs, batch)
                terms += loss.terms(outputs)
                if let crossEntropy { entropy += crossEntropy.sum(outputs, batch) }
                if classes > 0 { counts.take(outputs, batch) } else { errors.take(outputs, batch) }
                if hasArea { area.take(outputs, batch) }
            }
        }
        let mean = sum / Double(terms)
        var scores =
            classes > 0 ? counts.scores : errors.scores(count: examples.count, spread: examples.spread)
        scores[.loss] = mean
        if classes > 0 { scores[.crossEntropy] = crossEntropy == nil ? mean : entropy / Double(examples.count) }
        if hasArea { scores[.auc] = area.area }
        return Result(scores: scores)
    }
}
