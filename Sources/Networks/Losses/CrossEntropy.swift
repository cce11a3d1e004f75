import CKernels
public import Tensors

/// The negative logarithm of the probability that softmax gives to an example's class.
///
///     L = −Σ_c t_c·ln p_c,   p_c = e^{x_c} / Σ_k e^{x_k},   t_c = (1−ε)·[c is the class] + ε/C
///
/// ε is `labelSmoothing`, C the number of classes; slope p_c − t_c. The largest output is taken off first, so that no
/// power overflows.
///
/// Source: C. Bishop, "Pattern recognition and machine learning", 2006, eq. 4.108; label smoothing: C. Szegedy et al.,
/// "Rethinking the Inception architecture for computer vision", 2016, section 7.
public struct CrossEntropy: Loss {
    /// In 0..<1.
    public let labelSmoothing: Double

    public init(labelSmoothing: Double = 0) {
        precondition(labelSmoothing >= 0 && labelSmoothing < 1, "label smoothing \(labelSmoothing)")
        self.labelSmoothing = labelSmoothing
    }

    public var targets: TargetForm { .classes }

    public func terms(_ outputs: Matrix) -> Int { outputs.rows }

    public func sum(_ outputs: Matrix, _ batch: Batch) -> Double {
        check(outputs, batch)
        return loss_cross_entropy_value(
            outputs.pointer, batch.classes.baseAddress, outputs.rows, outputs.columns, Float(labelSmoothing))
    }

    public func sum(_ outputs: Matrix, _ batch: Batch, scale: Float, gradient: Matrix) -> Double {
        check(outputs, batch)
        precondition(gradient.count == outputs.count, "a gradient of another shape")
        return loss_cross_entropy_gradient(
            outputs.pointer, batch.classes.baseAddress, gradient.pointer, outputs.rows, outputs.columns, scale,
            Float(labelSmoothing))
    }

    private func check(_ outputs: Matrix, _ batch: Batch) {
        precondition(outputs.rows == batch.count, "\(outputs.rows) outputs for \(batch.count) examples")
        let classes = batch.classes[..<batch.count]
        precondition(
            classes.allSatisfy { $0 >= 0 && $0 < outputs.columns }, "a class outside 0..<\(outputs.columns)")
    }
}
