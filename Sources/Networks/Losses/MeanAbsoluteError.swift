import CKernels

/// An output's distance from its target: |x − y|, slope the sign of x − y, and 0 where they are equal.
///
/// Source: P. Huber, "Robust estimation of a location parameter", 1964, section 1; as PyTorch's `L1Loss`.
public struct MeanAbsoluteError: ElementwiseLoss {
    public init() {}

    public var kernel: ElementwiseLossKernel {
        ElementwiseLossKernel(
            value: loss_mean_absolute_error_value, gradient: loss_mean_absolute_error_gradient, option: 0)
    }
}
