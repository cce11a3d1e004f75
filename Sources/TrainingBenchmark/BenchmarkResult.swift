/// The times of a case's passes, in seconds.
struct BenchmarkResult {
    let benchmark: BenchmarkCase
    var own: [Double] = []
    /// Empty without a peer.
    var peer: [PyTorchPeer.Variant: [Double]] = [:]

    init(_ benchmark: BenchmarkCase) {
        self.benchmark = benchmark
    }

    /// The variant whose median is least.
    var best: (variant: PyTorchPeer.Variant, seconds: [Double])? {
        PyTorchPeer.Variant.allCases
            .compactMap { variant in peer[variant].map { (variant, $0) } }
            .min { Self.median($0.1) < Self.median($1.1) }
    }

    /// The middle one, or the mean of both; there must be one.
    static func median(_ values: [Double]) -> Double {
        precondition(!values.isEmpty, "the median of nothing")
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
