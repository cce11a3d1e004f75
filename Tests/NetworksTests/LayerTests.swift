import Tensors
import Testing

@testable import Networks

@Suite("Layers against PyTorch")
struct LayerTests {
    /// 1e-6: sums of three products of float32, each rounded by 6e-8.
    @Test("a linear layer has PyTorch's sums and gradients")
    func linear() throws {
        let reference = try #require(try ReferenceFile.layers()["linear"])
        var layout = TensorLayout()
        let layer = LinearLayer("layer", inputs: 3, outputs: 2, in: &layout)
        let parameters = FloatBuffer(
            try #require(reference.weight).flat.map { Float($0) } + #require(reference.bias).map { Float($0) })
        let gradients = FloatBuffer(count: layout.count)
        let input = Matrix(try #require(reference.input).floats)
        let upstream = Matrix(try #require(reference.upstream).floats)

        let sums = Matrix(rows: 5, columns: 2)
        layer.sums(of: input, parameters, into: sums)
        let bias = try #require(reference.bias)
        let expected = try #require(reference.output).map { zip($0, bias).map { $0 - $1 } }
        expectClose(sums.array, expected.flat, 1e-6, "sums")

        let inputGradient = Matrix(rows: 5, columns: 3)
        layer.inputGradient(upstream, parameters, into: inputGradient)
        expectClose(inputGradient.array, try #require(reference.input_gradient).flat, 1e-6, "input gradient")
        layer.weightGradient(upstream, inputs: input, into: gradients)
        expectClose(
            gradients.array(at: layer.weight), try #require(reference.weight_gradient).flat, 1e-6, "weight gradient")
        expectClose(biasGradient(of: upstream), try #require(reference.bias_gradient), 1e-6, "bias gradient")
    }

    /// The sums over the rows that go with the step back through an activation, here one of slope 1.
    private func biasGradient(of upstream: Matrix) -> [Float] {
        let gradient = FloatBuffer(count: upstream.columns)
        let ones = Matrix([[Float]](repeating: [Float](repeating: 1, count: upstream.columns), count: upstream.rows))
        withExtendedLifetime(gradient) {
            Activation.relu.kernel.propagate(upstream, kept: ones, biasGradient: gradient.pointer)
        }
        return gradient.array
    }

    /// 5e-6: the deviation of five numbers is divided by, which doubles the roundings of its sum.
    @Test("batch normalisation has PyTorch's values, gradients and running statistics")
    func batchNormalization() throws {
        let reference = try #require(try ReferenceFile.layers()["batch_norm"])
        var layout = TensorLayout()
        var statisticsLayout = TensorLayout()
        let layer = BatchNormalization("norm", width: 3, in: &layout, statistics: &statisticsLayout)
        let weight = try #require(reference.weight).flat.map { Float($0) }
        let shift = try #require(reference.bias)
        let parameters = FloatBuffer(weight + shift.map { Float($0) } + [0, 0, 0])
        let statistics = FloatBuffer([0, 0, 0, 1, 1, 1])
        let linearBias = layout.append("linear.bias", shape: [3])
        let workspace = BatchNormalization.Workspace(capacity: 8, width: 3)
        func unshifted(_ rows: [[Double]]) -> [Double] { rows.map { zip($0, shift).map { $0 - $1 } }.flat }

        let values = Matrix(try #require(reference.input).floats)
        layer.train(values, linearBias: linearBias, parameters, statistics: statistics, workspace)
        expectClose(values.array, unshifted(try #require(reference.output)), 5e-6, "output")
        expectClose(statistics.array(at: 0..<3), try #require(reference.running_mean), 1e-6, "running mean")
        expectClose(statistics.array(at: 3..<6), try #require(reference.running_var), 1e-6, "running variance")

        let gradient = Matrix(try #require(reference.upstream).floats)
        let gradients = FloatBuffer(count: 6)
        let shiftGradient = biasGradient(of: gradient)
        expectClose(shiftGradient, try #require(reference.bias_gradient), 1e-6, "shift gradient")
        for (index, number) in shiftGradient.enumerated() { gradients[3 + index] = number }
        layer.propagate(gradient, parameters, gradients: gradients, workspace)
        expectClose(gradient.array, try #require(reference.input_gradient).flat, 5e-6, "input gradient")
        expectClose(
            gradients.array(at: 0..<3), try #require(reference.weight_gradient).flat, 5e-6, "weight gradient")

        let judged = Matrix(try #require(reference.input).floats)
        layer.evaluate(judged, linearBias: linearBias, parameters, statistics: statistics)
        expectClose(judged.array, unshifted(try #require(reference.eval_output)), 5e-6, "evaluation")
    }

    @Test("a batch of one example leaves the running statistics alone and gives no numbers that are not finite")
    func batchOfOne() {
        var layout = TensorLayout()
        var statisticsLayout = TensorLayout()
        let layer = BatchNormalization("norm", width: 2, in: &layout, statistics: &statisticsLayout)
        let statistics = FloatBuffer([0.5, 0.5, 2, 2])
        let linearBias = layout.append("linear.bias", shape: [2])
        let values = Matrix([[3, -4]])
        layer.train(
            values, linearBias: linearBias, FloatBuffer([1, 1, 0, 0, 0, 0]), statistics: statistics,
            BatchNormalization.Workspace(capacity: 1, width: 2))
        #expect(values.array == [0, 0])
        #expect(statistics.array == [0.5, 0.5, 2, 2])
    }

    /// 1e-6: one rounding of the norm, one of the product.
    @Test("clipping has PyTorch's norm and gradients")
    func clipping() throws {
        let reference = try #require(try ReferenceFile.layers()["clip_norm"])
        let numbers = try #require(reference.gradients).flatMap(\.flat)
        let gradients = FloatBuffer(numbers.map { Float($0) })
        let norm = Gradient.norm(gradients)
        let expectedNorm = try #require(reference.total_norm)
        #expect(abs(norm - expectedNorm) < 1e-6 * norm)
        Gradient.clip(gradients, norm: norm, limit: try #require(reference.max_norm))
        expectClose(gradients.array, try #require(reference.expected).flatMap(\.flat), 1e-6, "by norm")
        gradients.copy(from: numbers.map { Float($0) })
        Gradient.clip(gradients, value: try #require(reference.max_value))
        expectClose(gradients.array, try #require(reference.expected_value).flatMap(\.flat), 1e-6, "by value")
    }

    @Test("a gradient below the limit is not clipped by a single bit")
    func smallGradient() {
        let gradients = FloatBuffer([0.3, -0.4])
        Gradient.clip(gradients, norm: 0.5, limit: 0.6)
        Gradient.clip(gradients, value: 0.4)
        #expect(gradients.array == [0.3, -0.4])
    }
}
