import CKernels

/// The square of an output's distance from its target: (x − y)², slope 2·(x − y).
///
/// Source: C. F. Gauss, "Theoria combinationis observationum erroribus minimis obnoxiae", 1823; as PyTorch's `MSELoss`,
/// without a factor 1/2.
public struct MeanSquaredError: ElementwiseLoss {
    public init() {}

    public var kernel: ElementwiseLossKernel {
        ElementwiseLossKernel(
            value: loss_mean_squared_error_value, gradient: loss_mean_squared_error_gradient, option: 0)
    }
}
