import CKernels

extension ActivationKernel {
    /// Rectified linear unit: max(x, 0). Slope: 1 above 0, else 0.
    ///
    /// Source: V. Nair and G. Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010.
    static var relu: ActivationKernel {
        ActivationKernel(
            keepsSums: false, forward: activation_relu_forward, backward: activation_relu_backward)
    }
}
