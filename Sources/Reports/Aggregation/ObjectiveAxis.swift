import Charts
import Sweeps

/// The axis of the objective for charts of single configurations or trials: so that the good ones can be told apart.
///
/// One training that failed to learn can be a hundred times as far from the best as all others; its value then lies
/// beyond the axis, and the chart says so.
struct ObjectiveAxis {
    let axis: Axis
    /// How many of the values have no room.
    let hidden: Int
    private let side: String

    /// - Parameters:
    ///   - values: all that are to be shown; NaN is none.
    ///   - ratio: of the greatest to the least, from which on the axis of what is to be small is logarithmic.
    ///   - spread: by how much the seeds of one configuration differ; what differs by a few of these has room.
    ///   - scale: how the axis is to be; nil: as suits the values.
    ///   - areApart: whether values are not to be compared, so that none is far from the others.
    ///   - showsAll: whether on a linear axis what is far from the best has room too.
    init(
        _ objective: Objective, showing values: [Double], spread: Double = 0, logarithmicFrom ratio: Double = 100,
        scale: ScaleKind? = nil, areApart: Bool = false, showsAll: Bool = false
    ) {
        let finite = values.filter(\.isFinite).sorted { objective.prefers($0, to: $1) }
        let isSmall = objective.goal == .minimize
        func within(_ range: ClosedRange<Double>?, _ values: [Double]) -> [Double] {
            range.map { range in values.filter(range.contains) } ?? values
        }
        var shown =
            showsAll || areApart || scale == .log
            ? finite : within(AxisRoom.range(of: finite, on: .linear, spread: spread), finite)
        let kind = scale ?? (isSmall ? .spanning([shown], atLeast: ratio) : .linear)
        if kind == .log, !areApart {
            shown = within(AxisRoom.range(of: shown.filter { $0 > 0 }, on: .log, spread: spread), shown)
        }
        hidden = finite.count - shown.count
        side = isSmall ? "above" : "below"
        axis = Axis(
            objective.title, scale: kind,
            domain: hidden > 0 ? Self.domain(shown, on: kind) : kind == .linear ? Self.domain(around: shown) : nil)
    }

    /// What is hidden, if anything.
    var sentences: [String] {
        hidden == 0 ? [] : ["\(hidden) \(hidden == 1 ? "value lies" : "values lie") \(side) the plot."]
    }

    /// The value, or NaN where it has no room.
    func placed(_ value: Double) -> Double { axis.domain?.contains(value) ?? true ? value : .nan }

    /// Around a share that is the same everywhere, so that the axis shows nothing that no share can be.
    private static func domain(around shown: [Double]) -> ClosedRange<Double>? {
        guard let value = shown.first, shown.allSatisfy({ $0 == value }), (0...1).contains(value) else { return nil }
        return max(value - 0.05, 0)...min(value + 0.05, 1)
    }

    private static func domain(_ shown: [Double], on scale: ScaleKind) -> ClosedRange<Double>? {
        let counted = scale == .log ? shown.filter { $0 > 0 } : shown
        guard let least = counted.min(), let greatest = counted.max(), least < greatest else { return nil }
        let (lower, upper) = (scale.position(least), scale.position(greatest))
        let margin = (upper - lower) * 0.06
        return scale.value(lower - margin)...scale.value(upper + margin)
    }
}

extension Objective {
    /// The metric as a title says it: `dev accuracy`.
    var words: String { metric.replacing("_", with: " ") }

    /// The metric as an axis says it: `Dev accuracy`.
    var title: String {
        words.prefix(1).uppercased() + words.dropFirst()
    }
}
