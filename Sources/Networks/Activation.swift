import Tensors

/// The functions that hidden layers apply to their sums; the raw values are their names in sweep files.
public enum Activation: String, CaseIterable, Sendable {
    case relu
    case leakyRelu = "leaky_relu"
    case elu, gelu, silu, sigmoid, tanh, softplus

    var kernel: ActivationKernel {
        switch self {
        case .relu: .relu
        case .leakyRelu: .leakyRelu
        case .elu: .elu
        case .gelu: .gelu
        case .silu: .silu
        case .sigmoid: .sigmoid
        case .tanh: .tanh
        case .softplus: .softplus
        }
    }
}

/// How one activation is computed, and what it keeps for its gradient.
struct ActivationKernel {
    typealias Forward = (
        UnsafeMutablePointer<Float>?, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int, Int
    ) -> Void
    typealias Backward = (
        UnsafeMutablePointer<Float>?, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int, Int
    ) -> Void

    /// Whether the slope is a function of the sum. Otherwise it follows from the value, and values take the sums' place.
    let keepsSums: Bool
    let forward: Forward
    let backward: Backward

    /// Adds `bias` to each row of `sums` and applies the function.
    ///
    /// - Parameter values: where the values go, of the shape of `sums`: `sums` itself, unless `keepsSums`.
    func apply(to sums: Matrix, bias: UnsafeMutablePointer<Float>, into values: Matrix) {
        precondition(values.rows == sums.rows && values.columns == sums.columns, "values of another shape")
        forward(sums.pointer, bias, keepsSums ? values.pointer : nil, sums.rows, sums.columns)
    }

    /// Turns the gradient with respect to the values into the one with respect to the sums, in place, and puts its
    /// sums over the rows in `biasGradient`.
    func propagate(_ gradient: Matrix, kept: Matrix, biasGradient: UnsafeMutablePointer<Float>) {
        precondition(kept.rows == gradient.rows && kept.columns == gradient.columns, "a gradient of another shape")
        backward(gradient.pointer, kept.pointer, biasGradient, gradient.rows, gradient.columns)
    }
}
