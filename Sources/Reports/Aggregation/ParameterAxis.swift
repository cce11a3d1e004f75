import Analysis
import Charts
import Settings
import Sweeps

/// Where the values of one hyperparameter lie along an axis: many numbers by their size, others by name, one beside the
/// other.
struct ParameterAxis {
    /// Up to so many numbers are shown one beside the other too.
    static let fewNumbers = 8

    /// Without a label, for panels whose title says the name.
    let axis: Axis
    private let values: ParameterValues
    private let isNumeric: Bool

    init(of name: String, in configurations: [Configuration]) {
        values = ParameterValues(of: name, in: configurations)
        let numbers = values.numbers
        isNumeric = numbers.map { $0.count > Self.fewNumbers } ?? false
        if let numbers, isNumeric {
            let isLogarithmic = ValueScale(fitting: numbers) == .logarithmic
            axis = Axis("", scale: isLogarithmic ? .log : .linear)
        } else {
            axis = Axis("", categories: values.labels)
        }
    }

    /// NaN for a configuration whose value was not among those given.
    func position(_ configuration: Configuration) -> Double {
        if isNumeric { return ParameterValues.value(of: values.name, in: configuration)?.number ?? .nan }
        return values.index(of: configuration).map(Double.init) ?? .nan
    }
}
