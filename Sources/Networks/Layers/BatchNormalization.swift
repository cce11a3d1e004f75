import CKernels
import Tensors

/// Brings each of a layer's sums to mean 0 and deviation 1 over the batch, then to a scale and a shift that are learned.
///
///     y = γ·(z − μ) / √(σ² + ε) + β
///
/// γ is `weight` `[width]`, β `bias` `[width]`; in training μ and σ² (divided by the batch's size) are the batch's, and the
/// running ones move towards them: r ← 0.9·r + 0.1·(μ, or σ² divided by one less than the size). In evaluation the
/// running ones stand in their place. β is added by the activation. Of a batch of one example, whose variance says
/// nothing, the running ones take no notice.
///
/// Source: S. Ioffe and C. Szegedy, "Batch normalization: accelerating deep network training by reducing internal
/// covariate shift", 2015, algorithm 1; ε = 10⁻⁵ and the running means as in PyTorch's `BatchNorm1d`.
struct BatchNormalization: Hashable, Sendable {
    static let epsilon: Float = 1e-5
    static let momentum: Float = 0.1

    let width: Int
    /// Where in the network's parameters γ and β are.
    let weight: Range<Int>
    let bias: Range<Int>
    /// Where in the network's statistics the running ones are.
    let runningMean: Range<Int>
    let runningVariance: Range<Int>

    init(_ name: String, width: Int, in layout: inout TensorLayout, statistics: inout TensorLayout) {
        self.width = width
        weight = layout.append("\(name).weight", shape: [width])
        bias = layout.append("\(name).bias", shape: [width])
        runningMean = statistics.append("\(name).running_mean", shape: [width])
        runningVariance = statistics.append("\(name).running_var", shape: [width])
    }

    /// What a pass keeps for the gradient.
    struct Workspace {
        /// `[capacity, width]`.
        let normalized: Matrix
        let mean: FloatBuffer
        let variance: FloatBuffer
        let inverseDeviation: FloatBuffer

        init(capacity: Int, width: Int) {
            normalized = Matrix(rows: capacity, columns: width)
            mean = FloatBuffer(count: width)
            variance = FloatBuffer(count: width)
            inverseDeviation = FloatBuffer(count: width)
        }
    }

    /// Turns sums without the linear layer's bias into γ·(z − μ)/√(σ² + ε), in place, and moves the running statistics.
    ///
    /// The linear bias cancels in z − μ; only the running mean sees it.
    func train(
        _ sums: Matrix, linearBias: Range<Int>, _ parameters: FloatBuffer,
        statistics: FloatBuffer, _ workspace: Workspace
    ) {
        batch_norm_forward(
            sums.pointer, parameters.pointer + weight.lowerBound, workspace.normalized.pointer,
            workspace.mean.pointer, workspace.variance.pointer, workspace.inverseDeviation.pointer,
            sums.rows, width, Self.epsilon)
        guard sums.rows > 1 else { return }
        let linearBias = parameters[linearBias]
        let means = statistics[runningMean]
        let variances = statistics[runningVariance]
        let unbiased = Float(sums.rows) / Float(sums.rows - 1)
        for index in 0..<width {
            means[index] += Self.momentum * (workspace.mean.pointer[index] + linearBias[index] - means[index])
            variances[index] += Self.momentum * (workspace.variance.pointer[index] * unbiased - variances[index])
        }
    }

    /// The same with the running statistics.
    func evaluate(
        _ sums: Matrix, linearBias: Range<Int>, _ parameters: FloatBuffer,
        statistics: FloatBuffer
    ) {
        batch_norm_evaluate(
            sums.pointer, parameters.pointer + linearBias.lowerBound, parameters.pointer + weight.lowerBound,
            statistics.pointer + runningMean.lowerBound, statistics.pointer + runningVariance.lowerBound,
            sums.rows, width, Self.epsilon)
    }

    /// Turns the gradient with respect to y into the one with respect to z, in place; β's gradient must be there
    /// already, γ's is put beside it.
    func propagate(_ gradient: Matrix, _ parameters: FloatBuffer, gradients: FloatBuffer, _ workspace: Workspace) {
        batch_norm_backward(
            gradient.pointer, workspace.normalized.pointer, parameters.pointer + weight.lowerBound,
            workspace.inverseDeviation.pointer, gradients.pointer + bias.lowerBound,
            gradients.pointer + weight.lowerBound, gradient.rows, width)
    }
}
