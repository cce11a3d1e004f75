import CKernels

extension ActivationKernel {
    /// Logistic function: 1 / (1 + e⁻ˣ). Slope: y·(1 − y), y being the value.
    ///
    /// Source: D. Rumelhart, G. Hinton and R. Williams, "Learning representations by back-propagating errors", 1986,
    /// eq. 2.
    static var sigmoid: ActivationKernel {
        ActivationKernel(
            keepsSums: false, forward: activation_sigmoid_forward, backward: activation_sigmoid_backward)
    }
}
