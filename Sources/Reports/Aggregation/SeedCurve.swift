import Analysis

/// The course of one metric over the seeds of a configuration: its mean and how far seeds lie from it.
struct SeedCurve: Hashable, Sendable {
    /// What `low` and `high` are.
    enum Spread: Hashable, Sendable {
        case none, range, deviation
    }

    /// Epochs or steps, ascending.
    let x: [Double]
    let mean: [Double]
    /// NaN where fewer than two seeds have a value.
    let low: [Double]
    let high: [Double]
    /// The most seeds with a value at one x.
    let seeds: Int

    /// Of one seed there is no spread, of two their values, of more the mean ± one standard deviation (n − 1).
    var spread: Spread { seeds < 2 ? .none : seeds == 2 ? .range : .deviation }

    /// Whether the seeds differ anywhere.
    var hasBand: Bool { zip(low, high).contains { $0 < $1 } }

    /// The curve of `metric`, one value an epoch (its last), or one a step.
    ///
    /// Values that are not finite do not count. Where fewer than half of the seeds have a value, as beyond the end of
    /// most, there is no point: a mean over other seeds than the one before would jump. Nil without any point.
    init?(of metric: String, in trials: [SweepResults.TrialResult], perStep: Bool = false) {
        let courses = trials.compactMap { trial -> Course? in
            trial.series[metric].map { Course($0, perStep: perStep) }
        }.filter { !$0.x.isEmpty }
        guard let first = courses.first else { return nil }
        let x =
            courses.allSatisfy { $0.x == first.x } ? first.x : Set(courses.flatMap(\.x)).sorted()

        let columns = courses.map { $0.values(at: x) }
        let seeds = columns.first.map { first in
            first.indices.map { index in columns.filter { $0[index].isFinite }.count }.max() ?? 0
        }
        guard let seeds, seeds > 0 else { return nil }
        var points = (x: [Double](), mean: [Double](), low: [Double](), high: [Double]())
        for (index, place) in x.enumerated() {
            let values = columns.map { $0[index] }.filter(\.isFinite)
            guard 2 * values.count >= courses.count, let mean = SampleStatistics.mean(of: values) else { continue }
            let ends = Self.ends(values, around: mean, spread: seeds == 2 ? .range : .deviation)
            points.x.append(Double(place))
            points.mean.append(mean)
            points.low.append(ends.low)
            points.high.append(ends.high)
        }
        guard !points.x.isEmpty else { return nil }
        (self.x, mean, low, high) = (points.x, points.mean, points.low, points.high)
        self.seeds = seeds
    }

    private static func ends(_ values: [Double], around mean: Double, spread: Spread) -> (low: Double, high: Double) {
        guard values.count > 1 else { return (.nan, .nan) }
        if spread == .range { return (values.min() ?? mean, values.max() ?? mean) }
        let deviation = SampleStatistics.standardDeviation(of: values) ?? 0
        return (mean - deviation, mean + deviation)
    }
}

/// One seed's values by ascending epoch or step, each once.
private struct Course {
    private(set) var x: [Int] = []
    private var y: [Double] = []

    init(_ series: SweepResults.Series, perStep: Bool) {
        for (place, value) in zip(perStep ? series.steps : series.epochs, series.values) {
            if x.last == place {
                y[y.count - 1] = value
            } else if x.last.map({ $0 < place }) ?? true {
                x.append(place)
                y.append(value)
            }
        }
    }

    /// NaN at an x without a value.
    func values(at places: [Int]) -> [Double] {
        if places == x { return y }
        var next = 0
        return places.map { place in
            while next < x.count, x[next] < place { next += 1 }
            return next < x.count && x[next] == place ? y[next] : .nan
        }
    }
}
