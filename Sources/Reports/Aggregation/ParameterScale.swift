import Charts
import Foundation

/// How the numbers of a hyperparameter are best spread along an axis or over colours.
enum ParameterScale {
    /// Up to so many numbers are written at their places.
    static let fewNumbers = 8

    /// Logarithmic for learning rates, for few numbers over a decade or more, and for others that lie more evenly so over
    /// a range of at least 8 to 1.
    ///
    /// - Parameter numbers: ascending.
    static func kind(of numbers: [Double], named name: String) -> ScaleKind {
        guard let least = numbers.first, let most = numbers.last, least > 0, most > least else { return .linear }
        if isRate(name) { return .log }
        if numbers.count <= fewNumbers, most >= 10 * least { return .log }
        guard most >= 8 * least else { return .linear }
        let middle = numbers[numbers.count / 2]
        let (linear, log) = (part(middle, least, most, .linear), part(middle, least, most, .log))
        return numbers.count == 2 || abs(log - 0.5) <= abs(linear - 0.5) ? .log : .linear
    }

    static func isRate(_ name: String) -> Bool {
        let last = name.split(separator: ".").last ?? ""
        return last == "lr" || last.hasSuffix("_lr") || last == "learning_rate"
    }

    /// Where a value lies between two others, from 0 to 1.
    static func part(_ value: Double, _ least: Double, _ most: Double, _ kind: ScaleKind) -> Double {
        let (start, end) = (kind.position(least), kind.position(most))
        return end > start ? (kind.position(value) - start) / (end - start) : 0.5
    }

    /// The least distance between two neighbours, as a part of the distance between the outermost.
    static func closest(_ numbers: [Double], _ kind: ScaleKind) -> Double {
        guard let least = numbers.first, let most = numbers.last else { return 1 }
        let places = numbers.map { part($0, least, most, kind) }
        return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 1
    }
}

extension ScaleKind {
    /// Proportional to where a positive value lies; differences are finite.
    func position(_ value: Double) -> Double { self == .log ? log10(value) : value / 2 }

    func value(_ position: Double) -> Double { self == .log ? pow(10, position) : position * 2 }
}
