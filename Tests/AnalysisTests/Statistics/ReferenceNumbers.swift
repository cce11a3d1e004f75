import Foundation
import Testing

/// What scipy says for fixed inputs; `Reference/make_statistics.py` writes it.
struct ReferenceNumbers: Decodable {
    struct Summary: Decodable {
        let values: [Double]
        let mean: Double
        let median: Double
        let deviation: Double
        let student: [Double]
    }

    struct Student: Decodable {
        let freedom: Int
        let twoSided95: Double
        let cumulative: [[Double]]
    }

    struct Beta: Decodable {
        let a: Double
        let b: Double
        let cumulative: [[Double]]
        let quantiles: [[Double]]
    }

    struct Proportion: Decodable {
        let wins: Int
        let count: Int
        let interval: [Double]
    }

    struct ExpectedMaximum: Decodable {
        let count: Int
        let value: Double
    }

    struct Noncentral: Decodable {
        let seeds: Int
        let difference: Double
        let critical: Double
        let power: Double
    }

    struct PooledPower: Decodable {
        let shift: Double
        let freedom: Double
        let critical: Double
        let power: Double
    }

    struct Residuals: Decodable {
        let values: [[Double]]
        let freedom: Int
        let variances: [Double]
        let excessKurtosis: Double
        let dependence: Double
    }

    struct Test: Decodable {
        let difference: Double?
        let ratio: Double
    }

    struct Line: Decodable {
        let x: [Double]
        let y: [Double]
        let slope: Double
        let error: Double
    }

    let summaries: [String: Summary]
    /// Intervals of the mean of the summaries' values, by name.
    let studentized: [String: [Double]]
    let student: [Student]
    let beta: [Beta]
    let normal: [[Double]]
    let proportions: [Proportion]
    let expectedMaximum: [ExpectedMaximum]
    let noncentral: [Noncentral]
    let pooledPower: [PooledPower]
    let residuals: [Residuals]
    let paired: Test
    let welch: Test
    let line: Line

    static func read() throws -> ReferenceNumbers {
        let file = try #require(
            Bundle.module.url(forResource: "statistics", withExtension: "json", subdirectory: "Reference"))
        return try JSONDecoder().decode(ReferenceNumbers.self, from: Data(contentsOf: file))
    }
}

/// Whether two numbers agree to about ten digits, far below any effect and far above rounding.
func agree(_ first: Double, _ second: Double, within tolerance: Double = 1e-10) -> Bool {
    abs(first - second) <= tolerance * max(1, abs(first), abs(second))
}
