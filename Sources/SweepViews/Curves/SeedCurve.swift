public import Analysis

/// The course of one metric over the seeds of a configuration: its mean and how far seeds lie from it.
public struct SeedCurve: Hashable, Sendable {
    /// What `low` and `high` are.
    public enum Spread: Hashable, Sendable {
        case none, range, deviation, interval
    }

    /// Epochs, steps or seconds, ascending.
    public private(set) var x: [Double] = []
    public private(set) var mean: [Double] = []
    /// NaN where too few seeds have a value.
    public private(set) var low: [Double] = []
    public private(set) var high: [Double] = []
    /// Whether the band ends before its spread does, so that it is as high below the mean as above.
    public private(set) var isCut = false
    /// Of all seeds; NaN as the others.
    private var least: [Double] = []
    /// The most seeds with a value at one x.
    public let seeds: Int
    public let spread: Spread

    /// Whether the seeds differ anywhere.
    public var hasBand: Bool { zip(low, high).contains { $0 < $1 } }

    /// The curve of `metric`, one value an epoch (its last), or one a step.
    ///
    /// Values that are not finite do not count. Where fewer than half of the seeds have a value, as beyond the end of
    /// most, there is no point: a mean over other seeds than the one before would jump. Nil without any point, as over
    /// time where no times were measured.
    ///
    /// - Parameter band: nil: of two seeds their values, of more the mean ± one standard deviation (n − 1).
    public init?(
        of metric: String, in trials: [SweepView.TrialResult], perStep: Bool = false,
        over progress: TrainingProgress? = nil,
        band: CurveBand? = nil
    ) {
        let progress = progress ?? (perStep ? .step : .epoch)
        let courses = trials.compactMap { trial in
            SeedCourse(of: metric, in: trial, perStep: perStep, over: progress)
        }
        guard let first = courses.first else { return nil }
        if courses.count == 1 {
            (seeds, spread) = (1, .none)
            takeAll(of: first)
            if x.isEmpty { return nil }
            return
        }
        let keys =
            courses.allSatisfy { $0.keys == first.keys } ? first.keys : Set(courses.flatMap(\.keys)).sorted()

        let columns = courses.map { $0.points(at: keys) }
        let most = keys.indices.map { index in columns.reduce(0) { $0 + ($1[index].y.isFinite ? 1 : 0) } }.max() ?? 0
        guard most > 0 else { return nil }
        seeds = most
        spread = Self.spread(band, seeds: most)
        var intervals = MeanIntervals()
        var values: [Double] = []
        for index in keys.indices {
            values.removeAll(keepingCapacity: true)
            var (first, shift) = (0.0, 0.0)
            for column in columns where column[index].y.isFinite && column[index].x.isFinite {
                if values.isEmpty { first = column[index].x }
                shift += column[index].x - first
                values.append(column[index].y)
            }
            guard 2 * values.count >= courses.count, let mean = SampleStatistics.mean(of: values) else { continue }
            let ends = Self.ends(values, around: mean, spread: spread, &intervals)
            // Of equal places exactly that place.
            x.append(first + shift / Double(values.count))
            self.mean.append(mean)
            low.append(ends.low)
            high.append(ends.high)
            least.append(values.count > 1 ? values.min() ?? .nan : .nan)
        }
        if x.isEmpty { return nil }
    }

    /// What a single seed measured.
    private mutating func takeAll(of course: SeedCourse) {
        for point in course.points(at: course.keys) where point.y.isFinite && point.x.isFinite {
            x.append(point.x)
            mean.append(point.y)
        }
        low = [Double](repeating: .nan, count: x.count)
        high = low
        least = low
    }

    /// The curve with its x in another unit.
    public func stretched(by factor: Double) -> SeedCurve {
        var curve = self
        curve.x = x.map { $0 * factor }
        return curve
    }

    /// The curve with its band no further below the mean than above it on a logarithmic axis, and no lower than its
    /// least seed: a mean − deviation near or below 0, or one seed that is 10¹⁵ times smaller than the mean, would make
    /// the band a block from there down to the axis.
    public func evenlyAround() -> SeedCurve {
        var curve = self
        for index in mean.indices where mean[index] > 0 && low[index] < high[index] {
            let even = mean[index] * (mean[index] / high[index])
            let end = max(even, min(least[index], mean[index]))
            guard low[index] < end else { continue }
            curve.low[index] = end
            curve.isCut = true
        }
        return curve
    }

    /// The points at some places along the horizontal axis; nil where nothing lies there.
    public func limited(to isKept: (_ x: Double) -> Bool) -> SeedCurve? {
        let kept = x.indices.filter { isKept(x[$0]) }
        if kept.isEmpty { return nil }
        var curve = self
        curve.x = kept.map { x[$0] }
        curve.mean = kept.map { mean[$0] }
        (curve.low, curve.high) = (kept.map { low[$0] }, kept.map { high[$0] })
        curve.least = kept.map { least[$0] }
        return curve
    }

    /// The curve with its band where values of `unit` can lie.
    public func bounded(in unit: ObjectiveUnit) -> SeedCurve {
        var curve = self
        for index in low.indices where low[index] <= high[index] {
            let interval = unit.bounded(ConfidenceInterval(lower: low[index], upper: high[index]))
            (curve.low[index], curve.high[index]) = (interval.lower, interval.upper)
        }
        return curve
    }

    /// The curve with each value the mean over `window` around it; nil: as it is.
    public func smoothed(over window: Int?) -> SeedCurve {
        guard let window, window > 1 else { return self }
        var curve = self
        curve.mean = Smoothing.centredMean(mean, window: window)
        curve.low = Smoothing.centredMean(low, window: window)
        curve.high = Smoothing.centredMean(high, window: window)
        curve.least = Smoothing.centredMean(least, window: window)
        return curve
    }

    private static func spread(_ band: CurveBand?, seeds: Int) -> Spread {
        switch band {
        case nil: seeds < 2 ? .none : seeds == 2 ? .range : .deviation
        case CurveBand.none?: .none
        case .range?: seeds < 2 ? .none : .range
        case .sd?: seeds < 2 ? .none : .deviation
        case .interval?: seeds < MeanIntervals.fewestValues ? .none : .interval
        }
    }

    private static func ends(
        _ values: [Double], around mean: Double, spread: Spread, _ intervals: inout MeanIntervals
    ) -> (low: Double, high: Double) {
        guard values.count > 1 else { return (.nan, .nan) }
        switch spread {
        case .none: return (.nan, .nan)
        case .range: return (values.min() ?? mean, values.max() ?? mean)
        case .deviation:
            let deviation = SampleStatistics.standardDeviation(of: values) ?? 0
            return (mean - deviation, mean + deviation)
        case .interval:
            let interval = intervals.interval(ofMean: values)
            return (interval?.lower ?? .nan, interval?.upper ?? .nan)
        }
    }
}
