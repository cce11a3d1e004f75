import CKernels
public import Tensors

/// Runs batches through a network, forwards and backwards, in memory of its own that is allocated once.
///
/// It is a class since it owns that memory. After `train` the gradients of the batch's loss are in `gradients`, in the
/// network's layout; those of parameters that are not trained are 0.
public final class NetworkPass {
    public let network: Network
    /// Of the loss of the last batch that was trained on.
    public let gradients: FloatBuffer
    /// The most examples in a batch.
    public let capacity: Int
    let workspaces: [LayerWorkspace]
    private let trained: TrainedParameters
    private let dropout: Dropout?
    private let activation: ActivationKernel
    /// nil for float32, which needs no rounding.
    private let rounding: Rounding?

    /// - Parameters:
    ///   - seed: of the dropout.
    ///   - trains: whether there will be gradients; without, the pass takes less memory.
    ///   - trained: where the parameters are that gradients are wanted of, all of a tensor or none; all unless said
    ///     otherwise. Without the first layers', the pass saves their time.
    public init(
        _ network: Network, capacity: Int, precision: Precision = .float32, seed: UInt64 = 0, trains: Bool = true,
        trained: [Range<Int>]? = nil
    ) {
        precondition(capacity > 0, "a pass for \(capacity) examples")
        self.network = network
        self.capacity = capacity
        self.trained = TrainedParameters(network, trained)
        let architecture = network.architecture
        activation = architecture.activation.kernel
        dropout = trains && architecture.dropout > 0 ? Dropout(rate: architecture.dropout, seed: seed) : nil
        rounding = precision == .float32 ? nil : Rounding(precision, network, capacity: capacity)
        gradients = FloatBuffer(count: trains ? network.layout.count : 0)
        let (dropout, activation) = (dropout, activation)
        workspaces = network.layers.enumerated().map { index, layer in
            LayerWorkspace(
                layer, capacity: capacity, isHidden: index < architecture.hidden.count,
                keepsSums: activation.keepsSums, dropsOut: dropout != nil, trains: trains)
        }
    }

    /// The mean loss of the batch, its gradients left in `gradients`.
    ///
    /// - Parameters:
    ///   - step: counted from 0; which values dropout leaves out depends on it.
    ///   - scale: a factor on the gradients.
    public func train(_ batch: Batch, _ loss: any Loss, step: Int, scale: Float = 1) -> Double {
        precondition(gradients.count == network.layout.count, "the pass was made without gradients")
        rounding?.take(network, batch.inputs)
        let inputs = rounding?.inputs(batch.count) ?? batch.inputs
        let outputs = forward(inputs, dropoutStep: step)
        let gradient = workspaces[workspaces.count - 1].gradient.prefix(outputs.rows)
        let terms = loss.terms(outputs)
        let sum = loss.sum(outputs, batch, scale: scale / Float(terms), gradient: gradient)
        backward(inputs)
        return sum / Double(terms)
    }

    /// The outputs for `inputs` `[examples, inputs]` in evaluation mode, valid until the next batch.
    public func outputs(_ inputs: Matrix) -> Matrix {
        rounding?.take(network, inputs)
        return forward(rounding?.inputs(inputs.rows) ?? inputs, dropoutStep: nil)
    }

    /// The parameters as the linear layers use them.
    private var parameters: FloatBuffer { rounding?.parameters ?? network.parameters }

    /// - Parameter dropoutStep: the step of a training; nil for evaluation mode.
    private func forward(_ inputs: Matrix, dropoutStep: Int?) -> Matrix {
        precondition(inputs.rows <= capacity, "\(inputs.rows) examples in a pass for \(capacity)")
        var values = inputs
        for (index, (layer, workspace)) in zip(network.layers, workspaces).enumerated() {
            let sums = workspace.sums.prefix(inputs.rows)
            layer.linear.sums(of: values, parameters, into: sums)
            guard index < workspaces.count - 1 else {
                bias_add(sums.pointer, parameters.pointer + layer.linear.bias.lowerBound, sums.rows, sums.columns)
                rounding?.round(sums)
                return sums
            }
            var bias = parameters.pointer + layer.linear.bias.lowerBound
            if let normalization = layer.normalization {
                normalize(sums, layer.linear, normalization, workspace, trains: dropoutStep != nil)
                bias = network.parameters.pointer + normalization.bias.lowerBound
            }
            if let rounding { bias = rounding.add(bias, to: sums) }
            values = workspace.values.prefix(inputs.rows)
            activation.apply(to: sums, bias: bias, into: values)
            rounding?.round(values)
            if let dropoutStep, let dropout, let dropped = workspace.dropped {
                let mask = dropped.mask.prefix(inputs.rows)
                dropout.fill(mask, step: dropoutStep, layer: index, layers: workspaces.count - 1)
                let rest = dropped.values.prefix(inputs.rows)
                product_of_elements(values.pointer, mask.pointer, rest.pointer, rest.count)
                rounding?.round(rest)
                values = rest
            }
        }
        return values
    }

    private func normalize(
        _ sums: Matrix, _ linear: LinearLayer, _ normalization: BatchNormalization, _ workspace: LayerWorkspace,
        trains: Bool
    ) {
        if trains, let kept = workspace.normalization {
            normalization.train(
                sums, linearBias: linear.bias, network.parameters, statistics: network.statistics, kept)
        } else {
            normalization.evaluate(
                sums, linearBias: linear.bias, network.parameters, statistics: network.statistics)
        }
    }

    /// From the gradient with respect to the outputs, in the last workspace, to all others that are wanted.
    private func backward(_ inputs: Matrix) {
        for index in workspaces.indices.reversed() where index >= trained.firstLayer {
            let (layer, workspace) = (network.layers[index], workspaces[index])
            let gradient = workspace.gradient.prefix(inputs.rows)
            if index == workspaces.count - 1 {
                rounding?.round(gradient)
                column_sums(
                    gradient.pointer, gradients.pointer + layer.linear.bias.lowerBound, gradient.rows,
                    gradient.columns)
            } else {
                propagateActivation(gradient, layer, workspace)
                rounding?.round(gradient)
            }
            let values = index == 0 ? inputs : workspaces[index - 1].output.prefix(inputs.rows)
            if trained.hasWeights[index] {
                layer.linear.weightGradient(gradient, inputs: values, into: gradients)
            }
            if let rounding {
                rounding.round(gradients, at: layer.linear.weight)
                rounding.round(gradients, at: layer.linear.bias)
            }
            if index > trained.firstLayer {
                let next = workspaces[index - 1].gradient.prefix(inputs.rows)
                layer.linear.inputGradient(gradient, parameters, into: next)
                rounding?.round(next)
            }
        }
        for range in trained.spareRanges { gradients[range].update(repeating: 0) }
    }

    /// From the gradient with respect to a hidden layer's values to the one with respect to its sums, in place.
    private func propagateActivation(_ gradient: Matrix, _ layer: Network.Layer, _ workspace: LayerWorkspace) {
        if let dropped = workspace.dropped {
            multiply_elements(gradient.pointer, dropped.mask.pointer, gradient.count)
        }
        let bias = layer.normalization?.bias ?? layer.linear.bias
        activation.propagate(
            gradient, kept: workspace.sums.prefix(gradient.rows),
            biasGradient: gradients.pointer + bias.lowerBound)
        if let normalization = layer.normalization, let kept = workspace.normalization {
            normalization.propagate(gradient, network.parameters, gradients: gradients, kept)
            // A bias before the normalisation cancels, so its gradient is exactly 0.
            gradients[layer.linear.bias].update(repeating: 0)
        }
    }
}
