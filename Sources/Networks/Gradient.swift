import CKernels
public import Tensors

/// What is done to a whole gradient between its computation and the optimizer's step.
public enum Gradient {
    /// The L2 norm.
    public static func norm(_ gradients: FloatBuffer) -> Double {
        sum_of_squares(gradients.pointer, gradients.count).squareRoot()
    }

    public static func scale(_ gradients: FloatBuffer, by factor: Float) {
        scale_elements(gradients.pointer, factor, gradients.count)
    }

    /// Scales the gradient so that its norm is at most `limit`; `norm` is what it is now.
    ///
    /// Source: R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of training recurrent neural networks", 2013,
    /// algorithm 1; with 10⁻⁶ added to the norm, as PyTorch does.
    public static func clip(_ gradients: FloatBuffer, norm: Double, limit: Double) {
        let factor = limit / (norm + 1e-6)
        if factor < 1 { scale_elements(gradients.pointer, Float(factor), gradients.count) }
    }

    /// Brings each number of the gradient into −`limit`…`limit`.
    public static func clip(_ gradients: FloatBuffer, value limit: Double) {
        clip_elements(gradients.pointer, Float(limit), gradients.count)
    }

    /// Adds the slope of the penalty `strength`·Σ|w| over the weights at `ranges`; it is 0 where w is 0.
    ///
    /// Source: R. Tibshirani, "Regression shrinkage and selection via the lasso", 1996.
    public static func addL1Penalty(
        _ gradients: FloatBuffer, weights: FloatBuffer, at ranges: [Range<Int>], strength: Double
    ) {
        for range in ranges {
            precondition(range.upperBound <= min(gradients.count, weights.count), "weights at \(range)")
            add_signs(
                gradients.pointer + range.lowerBound, weights.pointer + range.lowerBound, Float(strength), range.count)
        }
    }

    /// The sum of the weights' magnitudes at `ranges`.
    public static func l1Norm(_ weights: FloatBuffer, at ranges: [Range<Int>]) -> Double {
        ranges.reduce(0) { $0 + sum_of_magnitudes(weights[$1].baseAddress, $1.count) }
    }
}
