public import Sweeps
import Tensors

extension Machine {
    /// What trainings in this process are computed with.
    public static let own = Machine(processor: ComputedWith.processor, kernels: ComputedWith.products)
}
