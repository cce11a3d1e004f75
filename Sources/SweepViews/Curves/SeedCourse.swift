/// One seed's values of a metric by ascending epoch or step, each once, with how far training had come by then.
public struct SeedCourse: Hashable {
    /// Epochs, or steps.
    private(set) var keys: [Int] = []
    private var y: [Double] = []
    /// As many as `keys`: epochs, steps or seconds.
    private var x: [Double] = []

    /// Nil where nothing was measured, or over time where times were not.
    public init?(of metric: String, in trial: SweepView.TrialResult, perStep: Bool, over progress: TrainingProgress) {
        guard let series = trial.series[metric], !series.values.isEmpty else { return nil }
        let clock = EpochClock(trial.series["epoch_seconds"])
        if progress == .time, clock.isEmpty { return nil }
        // Without epochs there are steps alone.
        let hasEpochs = !series.epochs.contains(nil)
        if !hasEpochs, progress != .step { return nil }
        let perStep = perStep || !hasEpochs
        keys.reserveCapacity(series.values.count)
        y.reserveCapacity(series.values.count)
        x.reserveCapacity(series.values.count)
        for index in series.values.indices {
            let (epoch, step) = (series.epochs[index] ?? 0, series.steps[index])
            let key = perStep ? step : epoch
            if let last = keys.last, last > key { continue }
            if keys.last == key {
                keys.removeLast()
                y.removeLast()
                x.removeLast()
            }
            keys.append(key)
            y.append(series.values[index])
            switch progress {
            case .step: x.append(Double(step))
            case .epoch: x.append(perStep ? Double(epoch - 1) : Double(epoch))
            case .time: x.append(perStep ? clock.start(of: epoch) : clock.end(of: epoch))
            }
        }
        if perStep, progress != .step { spread(series, clock, over: progress) }
    }

    /// The last finite value.
    public var end: (x: Double, y: Double)? {
        keys.indices.last { y[$0].isFinite && x[$0].isFinite }.map { (x[$0], y[$0]) }
    }

    /// NaN at a key without a value.
    func points(at places: [Int]) -> [(x: Double, y: Double)] {
        if places == keys { return Array(zip(x, y)) }
        var next = 0
        return places.map { place in
            while next < keys.count, keys[next] < place { next += 1 }
            return next < keys.count && keys[next] == place ? (x[next], y[next]) : (.nan, .nan)
        }
    }

    /// Steps of one epoch lie evenly over it.
    private mutating func spread(_ series: SweepView.Series, _ clock: EpochClock, over progress: TrainingProgress) {
        let counts = Dictionary(series.epochs.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
        let epochs = Dictionary(zip(series.steps, series.epochs.compactMap(\.self))) { _, last in last }
        var (current, passed) = (0, 0)
        for index in keys.indices {
            let epoch = epochs[keys[index]] ?? current
            if epoch != current { (current, passed) = (epoch, 0) }
            passed += 1
            let part = Double(passed) / Double(max(counts[epoch] ?? 1, passed))
            let length = progress == .time ? clock.end(of: epoch) - clock.start(of: epoch) : 1
            x[index] += part * length
        }
    }
}

/// How long training had taken by the end of each epoch, in seconds.
private struct EpochClock {
    private var ends: [Int: Double] = [:]
    private var last = 0.0

    var isEmpty: Bool { ends.isEmpty }

    init(_ series: SweepView.Series?) {
        guard let series else { return }
        for case (let epoch?, let seconds) in zip(series.epochs, series.values) where seconds.isFinite && seconds >= 0 {
            last += seconds
            ends[epoch] = last
        }
    }

    /// NaN for an epoch that was not timed.
    func end(of epoch: Int) -> Double { ends[epoch] ?? .nan }

    /// The end of the epoch before.
    func start(of epoch: Int) -> Double { epoch <= 1 ? 0 : end(of: epoch - 1) }
}
