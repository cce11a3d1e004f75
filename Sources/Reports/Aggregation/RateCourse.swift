import SweepViews

/// The learning rates that some parameters had, from the first step on: each holds from the place of the one before, or
/// from 0, to its own.
struct RateCourse: Hashable {
    /// The pattern of the parameters; nil: those that no pattern matches.
    let pattern: String?
    /// Where it has each rate, by what configurations with the same rates share: steps where x is a time, else x.
    private let places: [Double]
    private(set) var x: [Double]
    private(set) var rates: [Double]

    /// - Parameter metric: `lr`, or `lr.` and a pattern.
    /// - Returns: nil where nothing was measured, or over time where times were not.
    init?(of metric: String, in trial: SweepView.TrialResult, over progress: TrainingProgress) {
        guard let series = trial.series[metric],
            let curve = SeedCurve(of: metric, in: [trial], perStep: true, over: progress),
            case let finite = series.values.indices.filter({ series.values[$0].isFinite }),
            curve.x.count == finite.count
        else { return nil }
        pattern = metric == "lr" ? nil : String(metric.dropFirst("lr.".count))
        places = progress == .time ? finite.map { Double(series.steps[$0]) } : curve.x
        x = curve.x
        rates = curve.mean
    }

    /// Whether one is the beginning of the other, as that of a training which ended early.
    func isLike(_ other: RateCourse) -> Bool {
        pattern == other.pattern && places.starts(with: other.places.prefix(places.count))
            && rates.starts(with: other.rates.prefix(rates.count))
    }

    /// The longer one of two alike.
    func joined(with other: RateCourse) -> RateCourse { other.rates.count > rates.count ? other : self }

    var isConstant: Bool { rates.allSatisfy { $0 == rates.first } }

    /// Whether its parameters are never moved.
    var isFrozen: Bool { pattern != nil && rates.allSatisfy { $0 == 0 } }

    mutating func stretch(by factor: Double) { x = x.map { $0 * factor } }

    /// The corners of its line, level but for jumps.
    var corners: (x: [Double], y: [Double]) {
        var corners: (x: [Double], y: [Double]) = ([], [])
        for index in rates.indices {
            if index == 0 || rates[index] != rates[index - 1] {
                corners.x.append(index == 0 ? min(0, x[0]) : x[index - 1])
                corners.y.append(rates[index])
            }
            if index == rates.count - 1 || rates[index] != rates[index + 1] {
                corners.x.append(x[index])
                corners.y.append(rates[index])
            }
        }
        return corners
    }

    /// Where it jumps up by more than 0.4 of the highest rate so far, having fallen since.
    var restarts: [Int] {
        var highest = 0.0
        return rates.indices.dropFirst().filter { index in
            highest = max(highest, rates[index - 1])
            return rates[index - 1] < highest && rates[index] - rates[index - 1] > 0.4 * highest
        }
    }

    /// Rates at moments that lie evenly over it.
    var sampled: [Double] {
        let count = min(100, rates.count)
        return (0..<count).map { rates[$0 * rates.count / count] }
    }
}
