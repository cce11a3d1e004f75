#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

extension RandomStream {
    /// A draw from the normal distribution with mean 0 and deviation 1.
    ///
    /// G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates", 1958; of each pair only the
    /// cosine is used, so that a draw always takes two numbers.
    public mutating func normal() -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return radius * cos(2 * .pi * uniform())
    }
}
