import CKernels

extension ActivationKernel {
    /// Leaky rectified linear unit: x above 0, else 0.01·x. Slope: 1 or 0.01.
    ///
    /// Source: A. Maas, A. Hannun and A. Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013.
    static var leakyRelu: ActivationKernel {
        ActivationKernel(
            keepsSums: false, forward: activation_leaky_relu_forward, backward: activation_leaky_relu_backward)
    }
}
