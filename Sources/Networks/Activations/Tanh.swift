import CKernels

extension ActivationKernel {
    /// Hyperbolic tangent. Slope: 1 − y², y being the value.
    ///
    /// Source: Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", 1998, section 4.4, without its
    /// scaling.
    static var tanh: ActivationKernel {
        ActivationKernel(
            keepsSums: false, forward: activation_tanh_forward, backward: activation_tanh_backward)
    }
}
