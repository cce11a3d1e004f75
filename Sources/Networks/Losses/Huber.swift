import CKernels
import Settings

/// The squared error near 0 and the absolute one far off: d²/2 where |d| < δ, else δ·(|d| − δ/2), with d = x − y.
///
/// δ is `delta`, 1 unless said otherwise. Slope: d, or δ with the sign of d.
///
/// Source: P. Huber, "Robust estimation of a location parameter", 1964, eq. 3.1; as PyTorch's `HuberLoss`.
public struct Huber: ElementwiseLoss {
    /// Above 0.
    public let delta: Double

    public init(delta: Double = 1) {
        precondition(delta > 0, "delta \(delta)")
        self.delta = delta
    }

    init(_ reader: inout SettingReader) throws(SettingError) {
        self.init(delta: try reader.number("delta", default: 1, .positive))
    }

    public var kernel: ElementwiseLossKernel {
        ElementwiseLossKernel(value: loss_huber_value, gradient: loss_huber_gradient, option: Float(delta))
    }
}
