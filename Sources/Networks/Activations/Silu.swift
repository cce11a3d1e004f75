import CKernels

extension ActivationKernel {
    /// Sigmoid-weighted linear unit: x·σ(x), σ being the logistic function. Slope: σ(x) + x·σ(x)·(1 − σ(x)).
    ///
    /// Source: S. Elfwing, E. Uchibe and K. Doya, "Sigmoid-weighted linear units for neural network function
    /// approximation in reinforcement learning", 2018, eqs. 5 and 9.
    static var silu: ActivationKernel {
        ActivationKernel(
            keepsSums: true, forward: activation_silu_forward, backward: activation_silu_backward)
    }
}
