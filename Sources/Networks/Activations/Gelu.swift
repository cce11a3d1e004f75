import CKernels

extension ActivationKernel {
    /// Gaussian error linear unit: x·Φ(x), Φ being the distribution function of the standard normal distribution.
    /// Slope: Φ(x) + x·φ(x), φ being its density.
    ///
    /// Source: D. Hendrycks and K. Gimpel, "Gaussian error linear units (GELUs)", 2016, section 2; the form with the
    /// error function, not the one with tanh.
    static var gelu: ActivationKernel {
        ActivationKernel(
            keepsSums: true, forward: activation_gelu_forward, backward: activation_gelu_backward)
    }
}
