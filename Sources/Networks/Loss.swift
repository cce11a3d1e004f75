public import Tensors

/// What a training minimizes: a function of the network's outputs and the targets, averaged over a batch.
public protocol Loss: Sendable {
    var targets: TargetForm { get }

    /// How many terms the average over `outputs` `[examples, outputs]` is taken of.
    func terms(_ outputs: Matrix) -> Int

    /// The sum of all terms.
    func sum(_ outputs: Matrix, _ batch: Batch) -> Double

    /// The sum of all terms; puts `scale` times its gradient with respect to the outputs in `gradient`, which has the
    /// shape of `outputs` and other memory.
    func sum(_ outputs: Matrix, _ batch: Batch, scale: Float, gradient: Matrix) -> Double
}

/// What a loss compares the outputs with.
public enum TargetForm: Hashable, Sendable {
    /// The class of an example, with one output for each class.
    case classes
    /// 0 or 1, with one output.
    case binary
    /// A number for each output.
    case values
}
