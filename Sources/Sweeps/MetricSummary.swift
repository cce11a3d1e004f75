/// What a ranking needs to know of one metric of one trial.
public struct MetricSummary: Hashable, Sendable {
    /// How many values there are.
    public private(set) var count: Int
    /// The value at the latest step; it may be no number.
    public private(set) var last: MetricPoint
    /// The smallest and the largest finite value, each where it first was; nil where no value is finite.
    public private(set) var smallest: MetricPoint?
    public private(set) var largest: MetricPoint?
    /// The first value that is infinite or not a number.
    public private(set) var firstNonFinite: MetricPoint?

    /// Reads a summary back from where it was stored.
    public init(
        stored count: Int, last: MetricPoint, smallest: MetricPoint?, largest: MetricPoint?,
        firstNonFinite: MetricPoint?
    ) {
        self.count = count
        self.last = last
        self.smallest = smallest
        self.largest = largest
        self.firstNonFinite = firstNonFinite
    }

    /// The summary of a single value.
    public init(of point: MetricPoint) {
        self.init(stored: 0, last: point, smallest: nil, largest: nil, firstNonFinite: nil)
        take(point)
    }

    /// Adds one more value; the order of adding does not matter.
    public mutating func take(_ point: MetricPoint) {
        count += 1
        if !point.isBefore(last) { last = point }
        guard point.value.isFinite else {
            if firstNonFinite.map(point.isBefore) ?? true { firstNonFinite = point }
            return
        }
        if smallest.map({ point.value < $0.value || (point.value == $0.value && point.isBefore($0)) }) ?? true {
            smallest = point
        }
        if largest.map({ point.value > $0.value || (point.value == $0.value && point.isBefore($0)) }) ?? true {
            largest = point
        }
    }

    /// What the objective reads: the best finite value, or the last one if that is finite.
    public func value(_ selection: Objective.Selection, _ goal: Objective.Goal) -> MetricPoint? {
        switch selection {
        case .best: goal == .maximize ? largest : smallest
        case .last: last.value.isFinite ? last : nil
        }
    }
}

extension [String: MetricSummary] {
    /// What an objective reads of a trial's summaries, by metric: the best value, or that of the weights which the trial
    /// ends with, which are an earlier epoch's where early stopping has restored them.
    public func value(of metric: String, _ selection: Objective.Selection, _ goal: Objective.Goal) -> MetricPoint? {
        switch selection {
        case .best: self[metric]?.value(.best, goal)
        case .last: (self[MetricDefinition.restoredName(of: metric)] ?? self[metric])?.value(.last, goal)
        }
    }
}
