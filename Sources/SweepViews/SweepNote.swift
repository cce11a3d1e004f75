import Sweeps

/// What there is to say of the trials that a view shows, or does not.
public enum SweepNote: Hashable, Sendable {
    /// A condition keeps some seeds of so many configurations and drops others; one on results picks the lucky ones.
    case splitSeeds(configurations: Int)
    /// So many trials of a sweep are left out, since its file no longer asks for them.
    case leftOut(Int)
    /// The sweeps were not trained on the same data.
    case differentData
    /// The finished trials were computed with different processors or kernels.
    case mixedMachines(MixedMachines)
}
