import CKernels
import Tensors

/// What a pass needs to compute in a short number format: the rounded parameters and inputs.
struct Rounding {
    private let precision: Precision
    /// As the linear layers use them, in the network's layout.
    let parameters: FloatBuffer
    private let inputs: Matrix
    /// As wide as the widest layer.
    private let zeros: FloatBuffer

    init(_ precision: Precision, _ network: Network, capacity: Int) {
        self.precision = precision
        parameters = FloatBuffer(count: network.layout.count)
        inputs = Matrix(rows: capacity, columns: network.architecture.inputs)
        zeros = FloatBuffer(count: network.layers.map(\.linear.outputs).max() ?? 0)
    }

    /// Rounds what a pass starts from.
    func take(_ network: Network, _ inputs: Matrix) {
        precision.round(network.parameters.pointer, into: parameters.pointer, count: parameters.count)
        precision.round(inputs.pointer, into: self.inputs.pointer, count: inputs.count)
    }

    func inputs(_ rows: Int) -> Matrix { inputs.prefix(rows) }

    func round(_ values: Matrix) {
        precision.round(values.pointer, count: values.count)
    }

    func round(_ values: FloatBuffer, at range: Range<Int>) {
        precision.round(values.pointer + range.lowerBound, count: range.count)
    }

    /// Adds a bias to each row of `sums` and rounds them, as the format would store them before the activation.
    ///
    /// - Returns: the bias that is left to add: none.
    func add(_ bias: UnsafeMutablePointer<Float>, to sums: Matrix) -> UnsafeMutablePointer<Float> {
        bias_add(sums.pointer, bias, sums.rows, sums.columns)
        round(sums)
        return zeros.pointer
    }
}
