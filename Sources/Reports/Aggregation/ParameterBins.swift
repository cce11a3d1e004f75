import Analysis
import Settings
import Sweeps

/// The values of one hyperparameter as the rows or columns of a table: each value, or ranges of very many numbers.
struct ParameterBins {
    static let most = 12
    static let rangeCount = 8

    let name: String
    let labels: [String]
    /// Whether the labels ascend.
    let isOrdered: Bool
    private let values: ParameterValues
    private let ranges: (start: Double, width: Double, scale: ValueScale)?

    init(of name: String, in configurations: [Configuration]) {
        values = ParameterValues(of: name, in: configurations)
        self.name = name
        let numbers = values.numbers
        isOrdered = numbers != nil
        guard let numbers, numbers.count > Self.most, let least = numbers.first, let most = numbers.last else {
            labels = values.labels
            ranges = nil
            return
        }
        let scale = ValueScale(fitting: numbers)
        let start = scale.position(least)
        let width = (scale.position(most) - start) / Double(Self.rangeCount)
        ranges = (start, width, scale)
        labels = (0..<Self.rangeCount).map { index in
            let ends = [index, index + 1].map { scale.value(start + Double($0) * width) }
            return "\(ValueText.short(ends[0]))–\(ValueText.short(ends[1]))"
        }
    }

    /// The number of the row or column; nil for a configuration without one.
    func index(of configuration: Configuration) -> Int? {
        guard let ranges else { return values.index(of: configuration) }
        guard let number = ParameterValues.value(of: name, in: configuration)?.number else { return nil }
        let place = (ranges.scale.position(number) - ranges.start) / ranges.width
        return place.isFinite ? Int(min(Double(Self.rangeCount - 1), max(0, place))) : 0
    }
}
