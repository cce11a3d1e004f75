import CKernels
import Networks
import Tensors

/// The examples of one step, in the memory of a batch: all at once, or slice by slice where they would take too much.
struct StepExamples {
    /// The most bytes of examples, as float32, that a training holds at once where it need not hold all.
    static let mostBytes = 128 << 20

    private let batch: Batch
    private let indices: UnsafeBufferPointer<Int32>
    private let examples: LabelledExamples

    /// How many examples a batch's memory is for, if its steps have `count` examples of `width` numbers.
    ///
    /// A step can be sliced where each example counts by itself, so that gradients of slices add up: not where batch
    /// normalization mixes them, dropout or augmentation draws by the place in the batch, or sums are rounded.
    static func capacity(
        of count: Int, width: Int, _ architecture: Architecture, _ plan: TrainingPlan, mostBytes: Int = mostBytes
    ) -> Int {
        let canBeSliced =
            !architecture.batchNormalization && architecture.dropout == 0 && plan.augmentations.isEmpty
            && plan.precision == .float32
        guard canBeSliced else { return count }
        let most = max(1, mostBytes / (width * MemoryLayout<Float>.stride))
        let slices = (count - 1) / most + 1
        return (count - 1) / slices + 1
    }

    /// Fills the batch, unless it takes more than one slice.
    ///
    /// - Parameters:
    ///   - indices: of the step's examples, at least one; valid as long as this is used.
    ///   - augmenter: where there is anything to augment, the batch has room for all.
    ///   - step: counted from 0 over the whole training.
    init(
        _ indices: UnsafeBufferPointer<Int32>, of examples: LabelledExamples, in batch: Batch, _ augmenter: Augmenter,
        step: Int
    ) {
        self.indices = indices
        self.examples = examples
        self.batch = batch
        guard isWhole else { return }
        examples.fill(batch, indices)
        augmenter.apply(to: batch, step: step)
    }

    private var isWhole: Bool { indices.count <= batch.capacity }

    /// The mean loss of the examples and its gradient, times `scale`, in the pass's gradients.
    ///
    /// - Parameter sum: memory for the sum of slices' gradients; nil where all examples fit into the batch.
    func train(_ pass: NetworkPass, _ loss: any Loss, step: Int, scale: Float, sum: FloatBuffer?) -> Double {
        guard let sum, !isWhole else { return pass.train(batch, loss, step: step, scale: scale) }
        sum.elements.update(repeating: 0)
        var mean = 0.0
        for start in stride(from: 0, to: indices.count, by: batch.capacity) {
            let slice = start..<min(start + batch.capacity, indices.count)
            examples.fill(batch, UnsafeBufferPointer(rebasing: indices[slice]))
            let share = Double(slice.count) / Double(indices.count)
            mean += share * pass.train(batch, loss, step: step, scale: scale * Float(share))
            add_elements(sum.pointer, pass.gradients.pointer, sum.count)
        }
        pass.gradients.copy(from: sum)
        return mean
    }
}
