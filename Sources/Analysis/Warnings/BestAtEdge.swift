import Settings
import Sweeps

/// The best value of a hyperparameter is the smallest or the largest that was tried.
public struct BestAtEdge: Hashable, Sendable {
    public enum Edge: Hashable, Sendable {
        case smallest, largest
    }

    public let parameter: String
    public let value: Double
    public let edge: Edge
    /// How many different values have results.
    public let count: Int
    /// From the smallest to the largest of them.
    public let range: ClosedRange<Double>
    /// The nearest value beyond the edge, where it was tried and all its trials diverged.
    public let diverged: Double?
    /// Among which configurations, such as those of `adam`; nil if among all.
    public let branch: String?

    /// Nil where the best value lies inside, or fewer than three values have results, of which one is always at an edge.
    ///
    /// `tried` are the values of all configurations with results, `best` the best one's, and `tied` those of the
    /// configurations that cannot be told apart from it: if one of these lies inside, the range was wide enough. A
    /// smallest value of 0 is no edge, since there is nothing below a dropout or a weight decay of 0. Of more than ten
    /// values, those in the outer 2 % of the range (on its `ValueScale`) lie at the edge too.
    ///
    /// What was tried without a result tells nothing of what lies there: where the nearest value beyond the edge
    /// `diverged`, what lies between may be better; where it is `open`, since its trials failed or have not ended,
    /// nothing is said.
    public init?(
        parameter: String, tried: [Double], best: Double, tied: [Double] = [], diverged: [Double] = [],
        open: [Double] = [], branch: String? = nil
    ) {
        let values = Set(tried.filter(\.isFinite)).sorted()
        guard values.count > 2, let least = values.first, let most = values.last, best.isFinite else { return nil }
        let scale = ValueScale(fitting: values)
        let (start, end) = (scale.position(least), scale.position(most))
        let margin = values.count > 10 ? 0.02 * (end - start) : 0
        let isLow = { (value: Double) in value <= least || scale.position(value) - start <= margin }
        let isHigh = { (value: Double) in value >= most || end - scale.position(value) <= margin }
        if isLow(best), tied.allSatisfy(isLow), least != 0 || best > 0 {
            edge = .smallest
        } else if isHigh(best), tied.allSatisfy(isHigh) {
            edge = .largest
        } else {
            return nil
        }
        let isBeyond = { [edge] (value: Double) in edge == .smallest ? value < least : value > most }
        let beyond = (diverged + open).filter(isBeyond)
        let nearest = edge == .smallest ? beyond.max() : beyond.min()
        if let nearest, open.contains(nearest) { return nil }
        self.diverged = nearest
        self.parameter = parameter
        self.branch = branch
        value = best
        count = values.count
        range = least...most
    }

    public var sentence: String {
        let words = edge == .smallest ? ("smallest", "smaller") : ("largest", "larger")
        let place = value == range.lowerBound || value == range.upperBound ? "is the" : "is nearly the"
        let whose = branch.map { " of \($0)" } ?? ""
        let opening = "The best \(parameter)\(whose), \(Self.words(value)), \(place) \(words.0) of \(count) "
        let bounds = "(\(Self.words(range.lowerBound))…\(Self.words(range.upperBound)))"
        if let diverged {
            return opening
                + "with results \(bounds), and the next \(words.1) one, \(Self.words(diverged)), diverged: a "
                + "value between may be better."
        }
        return opening + "that were tried \(bounds): better values may lie beyond it; try \(words.1) ones."
    }

    private static func words(_ value: Double) -> String {
        SettingValue.number(value).words()
    }
}
