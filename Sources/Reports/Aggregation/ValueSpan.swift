import Analysis
import Charts
import Sweeps

/// Over what values of the objective colours and upright axes reach: without a few that are far worse than all others,
/// and by their size where that goes over more than a decade.
struct ValueSpan {
    let kind: ScaleKind
    let domain: ClosedRange<Double>

    /// - Parameter values: at least one.
    init?(_ objective: Objective, _ unit: ObjectiveUnit, showing values: [Double]) {
        func ordinary(_ values: [Double], on scale: ScaleKind) -> [Double] {
            AxisRoom.range(of: values, on: scale).map { range in values.filter(range.contains) } ?? values
        }
        let sorted = values.filter(\.isFinite).sorted { objective.prefers($0, to: $1) }
        var shown = ordinary(sorted, on: .linear)
        kind = unit != .points ? .spanning([shown], atLeast: 10) : .linear
        if kind == .log { shown = ordinary(shown.filter { $0 > 0 }, on: .log) }
        guard let least = shown.min(), let greatest = shown.max() else { return nil }
        domain = least...greatest
    }
}
