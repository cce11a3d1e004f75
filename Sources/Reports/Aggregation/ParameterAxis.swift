import Analysis
import Charts
import Settings
import SweepViews
import Sweeps

/// Where the values of one hyperparameter lie along an axis: numbers by their size, others by name, one beside the other.
struct ParameterAxis {
    let axis: Axis
    /// How far apart two neighbouring values are at least, as a part of the axis; 0 where there are too many to tell.
    let distance: Double
    /// How many values there are.
    let count: Int
    /// nil: the numbers themselves.
    private let values: ParameterValues?
    private let name: String

    /// - Parameter label: of the axis; none for panels whose title says the name.
    init(of name: String, in configurations: [Configuration], label: String = "") {
        let values = ParameterValues(of: name, in: configurations)
        self.name = name
        if let numbers = values.numbers, let axis = Self.axis(of: numbers, named: name, label: label, mayCrowd: false) {
            self.values = nil
            self.axis = axis
            count = numbers.count
            distance = axis.ticks == nil ? 0 : Self.distance(numbers, axis)
        } else {
            self.values = values
            axis = Axis(label, categories: values.labels)
            count = values.values.count
            distance = 1 / Double(max(count, 1))
        }
    }

    private static func distance(_ numbers: [Double], _ axis: Axis) -> Double {
        guard let domain = axis.domain else { return 0 }
        let places = numbers.map { ParameterScale.part($0, domain.lowerBound, domain.upperBound, axis.scale) }
        return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 0
    }

    /// The axis of these numbers, ascending; nil for fewer than two, and, unless they `mayCrowd`, for few of which some
    /// would lie on each other.
    static func axis(of numbers: [Double], named name: String, label: String, mayCrowd: Bool = true) -> Axis? {
        guard let least = numbers.first, let most = numbers.last, least < most else { return nil }
        let kind = ParameterScale.kind(of: numbers, named: name)
        let isFew = numbers.count <= ParameterScale.fewNumbers
        let closest = ParameterScale.closest(numbers, kind)
        if isFew, !mayCrowd, closest < 0.04 { return nil }
        // Few stand like names with room around each; dots of many must at least not reach beyond the plot.
        let margin = isFew ? min(max(closest / 2, 0.04), 0.15) : 0.03
        let (start, end) = (kind.position(least), kind.position(most))
        let room = (end - start) * margin
        var axis = Axis(label, scale: kind, domain: kind.value(start - room)...kind.value(end + room))
        axis.ticks = isFew ? numbers : nil
        return axis
    }

    /// NaN for a configuration whose value was not among those given.
    func position(_ configuration: Configuration) -> Double {
        guard let values else { return ParameterValues.value(of: name, in: configuration)?.number ?? .nan }
        return values.index(of: configuration).map(Double.init) ?? .nan
    }
}
