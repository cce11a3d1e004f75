import CKernels
import Tensors

/// Weighted sums: z = x·Wᵀ + b, with W `[outputs, inputs]`. The bias is added by whoever uses the sums next.
///
///     ∂L/∂W = (∂L/∂z)ᵀ·x,   ∂L/∂x = (∂L/∂z)·W,   ∂L/∂b = Σ over the batch of ∂L/∂z
struct LinearLayer: Hashable, Sendable {
    let inputs: Int
    let outputs: Int
    /// Where in the network's parameters the weights are.
    let weight: Range<Int>
    let bias: Range<Int>

    init(_ name: String, inputs: Int, outputs: Int, in layout: inout TensorLayout) {
        self.inputs = inputs
        self.outputs = outputs
        weight = layout.append("\(name).weight", shape: [outputs, inputs])
        bias = layout.append("\(name).bias", shape: [outputs])
    }

    /// The weights as they lie in `buffer`, which has the network's layout: parameters, or their gradients.
    func weights(in buffer: FloatBuffer) -> Matrix {
        Matrix(buffer, start: weight.lowerBound, rows: outputs, columns: inputs)
    }

    func sums(of inputs: Matrix, _ parameters: FloatBuffer, into sums: Matrix) {
        MatrixProduct.multiply(inputs, weights(in: parameters), transposingSecond: true, into: sums)
    }

    func weightGradient(_ gradient: Matrix, inputs: Matrix, into gradients: FloatBuffer) {
        MatrixProduct.multiply(gradient, inputs, transposingFirst: true, into: weights(in: gradients))
    }

    func inputGradient(_ gradient: Matrix, _ parameters: FloatBuffer, into inputGradient: Matrix) {
        MatrixProduct.multiply(gradient, weights(in: parameters), into: inputGradient)
    }
}
