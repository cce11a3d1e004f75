import Randomness

/// Makes 95 % intervals of the mean over few seeds.
///
/// The usual bootstrap intervals promise 95 % and hold 72–83 % at three to five seeds, percentile and BCa alike
/// (`make calibration` prints all of them): a resample's mean cannot leave the range of so few values. Therefore
/// Student's interval is used for three to six seeds, which the studentized bootstrap from a normal distribution with
/// the observed mean and deviation comes to as well, and from seven seeds on the studentized bootstrap from the values
/// themselves, which alone follows skewed noise too:
/// [m − t*(0.975) · s/√n, m − t*(0.025) · s/√n] with t* = (m* − m) / (s*/√n) over the resamples.
/// B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, equation 12.20; T. C. Hesterberg, "What
/// Teachers Should Know About the Bootstrap", The American Statistician 69, 2015, for the small samples.
///
/// The resamples depend on the seed and on n alone: the same values get the same interval, in any order of asking.
public struct MeanIntervals: Sendable {
    public static let fewestValues = 3
    public static let fewestResampledValues = 7
    static let resampleCount = 999

    private let seed: UInt64
    /// By n: how often each value is drawn, `[resampleCount, n]` in one row.
    private var drawCounts: [Int: [UInt8]] = [:]

    public init(seed: UInt64 = 1) {
        self.seed = seed
    }

    /// The interval of the mean of `values`, all finite; nil for fewer than three, which say too little of their spread.
    public mutating func interval(ofMean values: [Double]) -> ConfidenceInterval? {
        guard values.count >= Self.fewestValues, let mean = SampleStatistics.mean(of: values),
            let variance = SampleStatistics.variance(of: values)
        else {
            return nil
        }
        let error = (variance / Double(values.count)).squareRoot()
        let quantile = StudentDistribution.twoSided95(freedom: values.count - 1)
        let student = ConfidenceInterval(lower: mean - quantile * error, upper: mean + quantile * error)
        // Counts beyond a byte never come up: so many seeds need no resampling to be nearly normal.
        guard values.count >= Self.fewestResampledValues, values.count <= 255, error > 0 else { return student }
        return studentized(values, mean: mean, error: error) ?? student
    }

    /// Nil where so many resamples are all of one value that a quantile is infinite.
    private mutating func studentized(_ values: [Double], mean: Double, error: Double) -> ConfidenceInterval? {
        let n = values.count
        let draws = drawCounts[n] ?? Self.draw(n, seed: seed)
        drawCounts[n] = draws
        let deviations = values.map { $0 - mean }
        var ratios = draws.withUnsafeBufferPointer { draws in
            (0..<Self.resampleCount).map { row in
                var sum = 0.0
                var squares = 0.0
                for index in 0..<n {
                    let weighted = Double(draws[row * n + index]) * deviations[index]
                    sum += weighted
                    squares += weighted * deviations[index]
                }
                let shift = sum / Double(n)
                let variance = (squares - sum * shift) / Double(n - 1)
                // A resample of one value only has no spread but for rounding.
                guard variance > 1e-20 * squares else { return shift == 0 ? 0 : shift * .infinity }
                return shift / (variance / Double(n)).squareRoot()
            }
        }
        ratios.sort()
        // Of 999 resamples the 25th and the 975th are the 2.5 % and 97.5 % quantiles: i / (B + 1).
        let low = ratios[24]
        let high = ratios[974]
        guard low.isFinite, high.isFinite else { return nil }
        return ConfidenceInterval(lower: mean - high * error, upper: mean - low * error)
    }

    private static func draw(_ n: Int, seed: UInt64) -> [UInt8] {
        var stream = RandomStream(seed: seed, .bootstrap, index: UInt64(n))
        var counts = [UInt8](repeating: 0, count: resampleCount * n)
        for row in 0..<resampleCount {
            for _ in 0..<n { counts[row * n + Int(stream.below(UInt64(n)))] += 1 }
        }
        return counts
    }
}
