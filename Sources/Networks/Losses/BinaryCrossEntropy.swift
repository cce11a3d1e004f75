import CKernels

/// The negative logarithm of the probability that the logistic function gives to the right one of two classes.
///
///     L = −t·ln σ(x) − (1−t)·ln(1−σ(x)),   t = (1−ε)·y + ε/2
///
/// y is the target, 0 or 1, ε `labelSmoothing`; slope σ(x) − t. Computed as max(x, 0) − x·t + ln(1 + e^−|x|), which is
/// the same and overflows nowhere.
///
/// Source: C. Bishop, "Pattern recognition and machine learning", 2006, eq. 4.90; label smoothing as in `CrossEntropy`
/// with two classes.
public struct BinaryCrossEntropy: ElementwiseLoss {
    /// In 0..<1.
    public let labelSmoothing: Double

    public init(labelSmoothing: Double = 0) {
        precondition(labelSmoothing >= 0 && labelSmoothing < 1, "label smoothing \(labelSmoothing)")
        self.labelSmoothing = labelSmoothing
    }

    public var targets: TargetForm { .binary }

    public var kernel: ElementwiseLossKernel {
        ElementwiseLossKernel(
            value: loss_binary_cross_entropy_value, gradient: loss_binary_cross_entropy_gradient,
            option: Float(labelSmoothing))
    }
}
