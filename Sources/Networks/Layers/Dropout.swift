import CKernels
import Randomness
import Tensors

/// Leaves each value out with probability `rate` in training, and scales the others by 1 / (1 − `rate`).
///
/// Which values are left out is a function of (seed, step, layer) alone, so that a training that goes on after an
/// interruption needs no generator state: a value is left out where 32 bits of the stream `dropout`, as a fraction of
/// 2³², are below `rate`.
///
/// Source: N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014, section 4;
/// scaled in training instead of in evaluation (its section 10).
struct Dropout: Hashable, Sendable {
    /// In 0..<1.
    let rate: Double
    let seed: UInt64

    /// Fills the mask `[batch, width]` of one layer at one step with 0 and 1 / (1 − `rate`).
    func fill(_ mask: Matrix, step: Int, layer: Int, layers: Int) {
        let index = UInt64(step) &* UInt64(layers) &+ UInt64(layer)
        let key = RandomStream(seed: seed, .dropout, index: index).key
        dropout_mask(mask.pointer, mask.count, key[0], key[1], index, UInt64(rate * 0x1p32), Float(1 / (1 - rate)))
    }
}
