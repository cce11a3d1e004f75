import CKernels

extension ActivationKernel {
    /// Exponential linear unit with α = 1: x above 0, else eˣ − 1. Slope: 1 or y + 1, y being the value.
    ///
    /// Source: D.-A. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential
    /// linear units (ELUs)", 2016, eq. 15.
    static var elu: ActivationKernel {
        ActivationKernel(
            keepsSums: false, forward: activation_elu_forward, backward: activation_elu_backward)
    }
}
