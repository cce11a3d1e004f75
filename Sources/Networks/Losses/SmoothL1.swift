import CKernels
import Settings

/// The absolute error, rounded off near 0: d²/(2·β) where |d| < β, else |d| − β/2, with d = x − y.
///
/// β is `beta`, 1 unless said otherwise. Slope: d/β or the sign of d.
///
/// Source: R. Girshick, "Fast R-CNN", 2015, eq. 3, with β as in PyTorch's `SmoothL1Loss`.
public struct SmoothL1: ElementwiseLoss {
    /// Above 0.
    public let beta: Double

    public init(beta: Double = 1) {
        precondition(beta > 0, "beta \(beta)")
        self.beta = beta
    }

    init(_ reader: inout SettingReader) throws(SettingError) {
        self.init(beta: try reader.number("beta", default: 1, .positive))
    }

    public var kernel: ElementwiseLossKernel {
        ElementwiseLossKernel(value: loss_smooth_l1_value, gradient: loss_smooth_l1_gradient, option: Float(beta))
    }
}
