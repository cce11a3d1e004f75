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
    ///   - scale: how the axis is to be; nil: as suits the values.
    ///   - showsAll: whether what is far from the best has room too.
    init(_ objective: Objective, showing values: [Double], scale: ScaleKind? = nil, showsAll: Bool = false) {
        let sorted = values.filter(\.isFinite).sorted { objective.prefers($0, to: $1) }
        let kind = scale ?? (objective.goal == .minimize ? .spanning([sorted], atLeast: 100) : .linear)
        let room = kind == .linear && !showsAll ? Self.room(sorted) : nil
        let shown = sorted.filter { room?.contains($0) ?? true }
        hidden = sorted.count - shown.count
        side = objective.goal == .maximize ? "below" : "above"
        axis = Axis(
            objective.title, scale: kind,
            domain: hidden > 0 ? Self.domain(shown) : kind == .linear ? Self.domain(around: shown) : nil)
    }

    /// What is hidden, if anything.
    var sentences: [String] {
        hidden == 0 ? [] : ["\(hidden) \(hidden == 1 ? "value lies" : "values lie") \(side) the plot."]
    }

    /// The value, or NaN where it has no room.
    func placed(_ value: Double) -> Double { axis.domain?.contains(value) ?? true ? value : .nan }

    /// Four times as far from the best as the median; nil where what lies beyond is not worth leaving out.
    ///
    /// - Parameter sorted: the best first.
    static func room(_ sorted: [Double]) -> ClosedRange<Double>? {
        guard let best = sorted.first, let worst = sorted.last, sorted.count > 3 else { return nil }
        let typical = abs(sorted[sorted.count / 2] - best)
        guard typical > 0, typical.isFinite, abs(worst - best) > 8 * typical else { return nil }
        // What more than a quarter do is no exception.
        guard abs(sorted[sorted.count - 1 - sorted.count / 4] - best) <= 4 * typical else { return nil }
        return best < worst ? best...(best + 4 * typical) : (best - 4 * typical)...best
    }

    /// Around a share that is the same everywhere, so that the axis shows nothing that no share can be.
    private static func domain(around shown: [Double]) -> ClosedRange<Double>? {
        guard let value = shown.first, shown.allSatisfy({ $0 == value }), (0...1).contains(value) else { return nil }
        return max(value - 0.05, 0)...min(value + 0.05, 1)
    }

    private static func domain(_ shown: [Double]) -> ClosedRange<Double>? {
        guard let least = shown.min(), let greatest = shown.max(), least < greatest else { return nil }
        let margin = (greatest - least) * 0.06
        return (least - margin)...(greatest + margin)
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
