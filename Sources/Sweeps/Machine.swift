/// What an attempt at a trial was computed with, as whoever computes says it.
///
/// Equal trials have equal measurements to the last bit where both are equal.
public struct Machine: Hashable, Sendable, Comparable {
    /// `AMD EPYC, 512-bit vectors`
    public let processor: String
    /// `OpenBLAS 0.3.21 SkylakeX`
    public let kernels: String

    public init(processor: String, kernels: String) {
        self.processor = processor
        self.kernels = kernels
    }

    public var words: String { "\(processor), \(kernels)" }

    public static func < (first: Machine, second: Machine) -> Bool { first.words < second.words }
}
