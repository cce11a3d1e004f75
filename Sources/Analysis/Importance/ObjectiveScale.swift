/// Brings objectives to mean 0 and deviation 1 and back.
struct ObjectiveScale {
    let mean: Double
    let deviation: Double

    /// Nil where all values are equal, or too large to have a finite variance.
    init?(_ values: [Double]) {
        guard let mean = SampleStatistics.mean(of: values),
            let deviation = SampleStatistics.standardDeviation(of: values),
            deviation > 0, deviation.isFinite
        else { return nil }
        self.mean = mean
        self.deviation = deviation
    }

    func scaled(_ value: Double) -> Double { (value - mean) / deviation }
    func unscaled(_ value: Double) -> Double { mean + value * deviation }
}
