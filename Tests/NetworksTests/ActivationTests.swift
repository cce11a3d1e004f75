import Foundation
import Tensors
import Testing

@testable import Networks

@Suite("Every activation")
struct ActivationTests {
    /// Applies an activation to a matrix with a bias of 0 and propagates `upstream`.
    private func run(
        _ activation: Activation, _ input: [[Float]], upstream: [[Float]], bias: [Float]? = nil
    ) -> (values: [Float], gradient: [Float], biasGradient: [Float]) {
        let kernel = activation.kernel
        let sums = Matrix(input)
        let values = kernel.keepsSums ? Matrix(rows: sums.rows, columns: sums.columns) : sums
        let bias = FloatBuffer(bias ?? [Float](repeating: 0, count: sums.columns))
        withExtendedLifetime(bias) { kernel.apply(to: sums, bias: bias.pointer, into: values) }
        let result = values.array
        let gradient = Matrix(upstream)
        let biasGradient = FloatBuffer([Float](repeating: 7, count: sums.columns))
        withExtendedLifetime(biasGradient) {
            kernel.propagate(gradient, kept: sums, biasGradient: biasGradient.pointer)
        }
        return (result, gradient.array, biasGradient.array)
    }

    /// 1e-6: a few roundings of float32, each 6e-8.
    @Test("agrees with PyTorch, forwards and backwards", arguments: Activation.allCases)
    func agreesWithReference(_ activation: Activation) throws {
        let reference = try #require(try ReferenceFile.layers()[activation.rawValue])
        let input = try #require(reference.input).floats
        let upstream = try #require(reference.upstream).floats
        let result = run(activation, input, upstream: upstream)
        expectClose(result.values, try #require(reference.output).flat, 1e-6, "output")
        let gradient = try #require(reference.input_gradient)
        expectClose(result.gradient, gradient.flat, 1e-6, "input gradient")
        let sums = (0..<3).map { column in gradient.reduce(0) { $0 + $1[column] } }
        expectClose(result.biasGradient, sums, 2e-6, "bias gradient")
    }

    /// The widths 1…37 have every remainder of a vector's width. 1e-6 as above.
    @Test("agrees with its formula and its formula's differences for any width", arguments: Activation.allCases)
    func agreesWithFormula(_ activation: Activation) {
        let formula = ReferenceFormulas.value(of: activation)
        for width in 1...37 {
            let row = (0..<width).map { -6 + 12.31 * Double($0) / Double(width) + 0.013 }
            let bias = (0..<width).map { Float($0 % 3) * 0.25 }
            let result = run(
                activation, [row.map { Float($0) }], upstream: [[Float](repeating: 1, count: width)], bias: bias)
            let sums = zip(row, bias).map { $0 + Double($1) }
            expectClose(result.values, sums.map(formula), 1e-6, "width \(width)")
            let slopes = sums.map { (formula($0 + 1e-5) - formula($0 - 1e-5)) / 2e-5 }
            expectClose(result.gradient, slopes, 1e-6, "slopes at width \(width)")
        }
    }

    @Test("stays finite far from 0, and says not-a-number for not-a-number", arguments: Activation.allCases)
    func staysFinite(_ activation: Activation) {
        let input: [Float] = [-3e38, -800, -88, -1e-30, 0, 1e-30, 88, 800, 3e38]
        let result = run(activation, [input], upstream: [[Float](repeating: 1, count: input.count)])
        let formula = ReferenceFormulas.value(of: activation)
        expectClose(result.values, input.map { formula(Double($0)) }, 1e-6, "value")
        #expect(result.gradient.allSatisfy { $0.isFinite }, "slopes \(result.gradient)")
        let nothing = run(activation, [[.nan]], upstream: [[1]])
        #expect(nothing.values[0].isNaN)
    }
}
