import Analysis
import Randomness

/// The usual intervals of a mean, to compare ours with.
struct Resampling {
    private let count: Int
    /// `[999, count]` indices.
    private let draws: [[Int]]

    init(count: Int, seed: UInt64) {
        var stream = RandomStream(seed: seed, .bootstrap, index: UInt64(count))
        self.count = count
        draws = (0..<999).map { _ in (0..<count).map { _ in Int(stream.below(UInt64(count))) } }
    }

    /// The sorted means of the resamples.
    func means(of values: [Double]) -> [Double] {
        draws.map { row in row.reduce(0) { $0 + values[$1] } / Double(count) }.sorted()
    }

    func student(_ values: [Double]) -> ConfidenceInterval {
        let (mean, error) = Self.meanAndError(values)
        let margin = StudentDistribution.twoSided95(freedom: count - 1) * error
        return ConfidenceInterval(lower: mean - margin, upper: mean + margin)
    }

    func studentized(_ values: [Double]) -> ConfidenceInterval {
        let (mean, error) = Self.meanAndError(values)
        let ratios = draws.map { row in
            let (resampled, resampledError) = Self.meanAndError(row.map { values[$0] })
            let shift = resampled - mean
            return shift == 0 ? 0 : resampledError > 0 ? shift / resampledError : shift * .infinity
        }.sorted()
        return ConfidenceInterval(lower: mean - ratios[974] * error, upper: mean - ratios[24] * error)
    }

    func percentile(_ means: [Double]) -> ConfidenceInterval {
        ConfidenceInterval(lower: means[24], upper: means[974])
    }

    /// Bias-corrected and accelerated: B. Efron, "Better Bootstrap Confidence Intervals", 1987.
    func accelerated(_ values: [Double], means: [Double]) -> ConfidenceInterval {
        let mean = Self.meanAndError(values).mean
        let below = means.reduce(0) { $0 + ($1 < mean ? 1 : $1 == mean ? 0.5 : 0) } / Double(means.count)
        let bias = Self.normalQuantile(min(max(below, 0.001), 0.999))
        let deviations = values.map { $0 - mean }
        let squares = deviations.reduce(0) { $0 + $1 * $1 }
        let cubes = deviations.reduce(0) { $0 + $1 * $1 * $1 }
        let acceleration = squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
        func bound(_ quantile: Double) -> Double {
            let shifted = bias + quantile
            let level = NormalDistribution.cumulative(bias + shifted / (1 - acceleration * shifted))
            return means[min(max(Int(level * Double(means.count)), 0), means.count - 1)]
        }
        return ConfidenceInterval(lower: bound(-1.959964), upper: bound(1.959964))
    }

    private static func meanAndError(_ values: [Double]) -> (mean: Double, error: Double) {
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / (n - 1) / n).squareRoot())
    }

    private static func normalQuantile(_ probability: Double) -> Double {
        var lower = -10.0
        var upper = 10.0
        for _ in 0..<60 {
            let middle = 0.5 * (lower + upper)
            if NormalDistribution.cumulative(middle) < probability { lower = middle } else { upper = middle }
        }
        return 0.5 * (lower + upper)
    }
}
