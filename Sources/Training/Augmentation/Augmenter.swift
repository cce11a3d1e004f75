import Networks
import Randomness
import Tensors

/// Applies augmentations to batches; what they draw is a function of the seed and the step alone.
struct Augmenter {
    private let augmentations: [any Augmentation]
    private let seed: UInt64
    private let scratch: FloatBuffer

    /// - Parameter width: numbers per example.
    init(_ augmentations: [any Augmentation], width: Int, seed: UInt64) {
        self.augmentations = augmentations
        self.seed = seed
        scratch = FloatBuffer(count: augmentations.isEmpty ? 0 : width)
    }

    /// - Parameter step: counted from 0 over the whole training.
    func apply(to batch: Batch, step: Int) {
        guard !augmentations.isEmpty else { return }
        var stream = RandomStream(seed: seed, .augment, index: UInt64(step))
        let rows = batch.inputs
        for row in 0..<rows.rows {
            let example = UnsafeMutableBufferPointer(start: rows.pointer + row * rows.columns, count: rows.columns)
            for augmentation in augmentations {
                augmentation.apply(to: example, scratch: scratch.elements, &stream)
            }
        }
    }
}
