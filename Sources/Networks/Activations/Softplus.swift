import CKernels

extension ActivationKernel {
    /// Smooth rectifier with β = 1: ln(1 + eˣ). Slope: the logistic function of x.
    ///
    /// Source: C. Dugas et al., "Incorporating second-order functional knowledge for better option pricing", 2001,
    /// section 3. Computed as max(x, 0) + ln(1 + e^−|x|), which stays finite.
    static var softplus: ActivationKernel {
        ActivationKernel(
            keepsSums: true, forward: activation_softplus_forward, backward: activation_softplus_backward)
    }
}
