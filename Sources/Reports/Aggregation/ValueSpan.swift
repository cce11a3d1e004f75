import Analysis
import Charts
import Sweeps

/// Over what values of the objective colours and upright axes reach: without a few that are far worse than all others,
/// and by their size where that goes over more than a decade.
struct ValueSpan {
    let kind: ScaleKind
    let domain: ClosedRange<Double>

    /// - Parameters:
    ///   - values: at least one.
    ///   - spread: by how much the seeds of one configuration differ; what differs by a few of these is not left out.
    ///   - marksRest: whether what is far worse than all others has a colour of its own, a quarter of the way beyond them.
    init?(
        _ objective: Objective, _ unit: ObjectiveUnit, showing values: [Double], spread: Double,
        marksRest: Bool = false
    ) {
        func ordinary(_ values: [Double], on scale: ScaleKind) -> [Double] {
            AxisRoom.range(of: values, on: scale, spread: spread).map { range in values.filter(range.contains) }
                ?? values
        }
        let sorted = values.filter(\.isFinite).sorted { objective.prefers($0, to: $1) }
        var shown = ordinary(sorted, on: .linear)
        kind = unit != .points ? .spanning([shown], atLeast: 10) : .linear
        if kind == .log { shown = ordinary(shown.filter { $0 > 0 }, on: .log) }
        guard let least = shown.min(), let greatest = shown.max() else { return nil }
        guard marksRest, let worst = sorted.last, least < greatest, !(least...greatest).contains(worst) else {
            domain = least...greatest
            return
        }
        let end = objective.goal == .minimize ? greatest : least
        let (first, last) = (kind.position(objective.goal == .minimize ? least : greatest), kind.position(end))
        let beyond = kind.value(last + (last - first) / 3)
        domain = objective.goal == .minimize ? least...min(beyond, worst) : max(beyond, worst)...greatest
    }
}
