import Analysis
import Charts
import Foundation
import Settings
import SweepViews
import Sweeps

/// The values of one hyperparameter as the rows or columns of a table: each value, or ranges of very many numbers
/// between round borders.
struct ParameterBins {
    static let most = 12

    let name: String
    let labels: [String]
    /// Of ranges, from the first to the last: one more than there are ranges.
    let borders: [String]?
    /// Whether the labels ascend.
    let isOrdered: Bool
    private let values: ParameterValues
    private let edges: [Double]?

    init(of name: String, in configurations: [Configuration]) {
        values = ParameterValues(of: name, in: configurations)
        self.name = name
        let numbers = values.numbers
        isOrdered = numbers != nil
        guard let numbers, numbers.count > Self.most, let least = numbers.first, let most = numbers.last else {
            (labels, borders, edges) = (values.labels, nil, nil)
            return
        }
        let isLog = ParameterScale.kind(of: numbers, named: name) == .log
        let edges = isLog ? Self.logEdges(least, most) : Self.linearEdges(least, most)
        let words = edges.map { String(format: "%.4g", $0) }
        (borders, self.edges) = (words, edges)
        labels = zip(words, words.dropFirst()).map { "\($0)–\($1)" }
    }

    /// The number of the row or column; nil for a configuration without one.
    func index(of configuration: Configuration) -> Int? {
        guard let edges else { return values.index(of: configuration) }
        guard let number = ParameterValues.value(of: name, in: configuration)?.number else { return nil }
        let above = edges.firstIndex { number < $0 } ?? edges.count
        return min(max(above - 1, 0), edges.count - 2)
    }

    /// The axis with a band for each row or column.
    ///
    /// - Parameter isDownwards: whether it is vertical, where the first band is the topmost.
    func axis(isDownwards: Bool = false) -> Axis {
        let isTurned = isDownwards && isOrdered
        var axis = Axis(name, categories: isTurned ? labels.reversed() : labels)
        axis.borders = isTurned ? borders?.reversed() : borders
        return axis
    }

    /// As many round borders as make at most `most` ranges, around all values.
    private static func logEdges(_ least: Double, _ most: Double) -> [Double] {
        let decades = Int(log10(least).rounded(.down))...Int(log10(most).rounded(.up))
        let factors = [[1.0, 2, 5], [1, 3], [1]]
        for factors in factors {
            let edges = around(
                least, most, decades.flatMap { decade in factors.map { $0 * pow(10, Double(decade)) } })
            if edges.count <= Self.most + 1 { return edges }
        }
        let step = (decades.count + Self.most - 2) / (Self.most - 1)
        return stride(from: decades.lowerBound, through: decades.upperBound + step - 1, by: step)
            .map { pow(10, Double($0)) }
    }

    private static func linearEdges(_ least: Double, _ most: Double) -> [Double] {
        let power = pow(10, log10((most - least) / 10).rounded(.down))
        for step in [1.0, 2, 5, 10, 20].map({ $0 * power }) {
            let (first, last) = ((least / step).rounded(.down), (most / step).rounded(.up))
            guard step.isFinite, last - first <= 10 else { continue }
            return stride(from: first, through: last, by: 1).map { $0 * step }
        }
        return [least, most]
    }

    /// The candidates, ascending, from the last at or below `least` to the first at or above `most`.
    private static func around(_ least: Double, _ most: Double, _ candidates: [Double]) -> [Double] {
        let first = candidates.lastIndex { $0 <= least } ?? 0
        let last = candidates.firstIndex { $0 >= most } ?? candidates.count - 1
        return Array(candidates[first...max(last, min(first + 1, candidates.count - 1))])
    }
}
