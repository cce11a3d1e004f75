import Randomness
public import Tensors

/// A feed-forward network: its form and its weights.
///
/// All parameters lie in one buffer, in the order of `layout`: `layers.0.weight` `[outputs, inputs]`, `layers.0.bias`,
/// with batch normalisation `layers.0.norm.weight` and `layers.0.norm.bias`, then layer 1. The running statistics of
/// batch normalisation, which no gradient changes, lie in a second one.
///
/// A class, since its memory is shared with the passes that train and judge it.
public final class Network {
    public let architecture: Architecture
    /// Of the parameters, and of their gradients.
    public let layout: TensorLayout
    public let parameters: FloatBuffer
    /// Of the statistics.
    public let statisticsLayout: TensorLayout
    public let statistics: FloatBuffer
    let layers: [Layer]

    struct Layer {
        let linear: LinearLayer
        let normalization: BatchNormalization?
    }

    /// A network whose weights are still to be drawn or read: those of the linear layers are 0.
    public init(_ architecture: Architecture) {
        self.architecture = architecture
        var layout = TensorLayout()
        var statisticsLayout = TensorLayout()
        let widths = [architecture.inputs] + architecture.hidden + [architecture.outputs]
        layers = (0..<(widths.count - 1)).map { index in
            let name = "layers.\(index)"
            let linear = LinearLayer(name, inputs: widths[index], outputs: widths[index + 1], in: &layout)
            let isNormalized = architecture.batchNormalization && index < architecture.hidden.count
            return Layer(
                linear: linear,
                normalization: isNormalized
                    ? BatchNormalization(
                        "\(name).norm", width: linear.outputs, in: &layout, statistics: &statisticsLayout)
                    : nil)
        }
        self.layout = layout
        self.statisticsLayout = statisticsLayout
        parameters = FloatBuffer(count: layout.count)
        statistics = FloatBuffer(count: statisticsLayout.count)
        for normalization in layers.compactMap(\.normalization) {
            parameters[normalization.weight].update(repeating: 1)
            statistics[normalization.runningVariance].update(repeating: 1)
        }
    }

    /// A network with weights as they are drawn for `seed`.
    public convenience init(_ architecture: Architecture, _ initialization: Initialization = .he, seed: UInt64) {
        self.init(architecture)
        for (index, linear) in layers.map(\.linear).enumerated() {
            var stream = RandomStream(seed: seed, .`init`, index: UInt64(index))
            initialization.fill(
                parameters[linear.weight], inputs: linear.inputs, outputs: linear.outputs, from: &stream)
        }
    }

    /// Where the weights of the linear layers are: what an L1 penalty applies to.
    public var weightRanges: [Range<Int>] { layers.map(\.linear.weight) }

    /// Takes over the weights and statistics of `file`, which must hold all of them in the right shapes; statistics
    /// that it lacks stay as they are.
    public func read(_ file: SafetensorsFile) throws(SafetensorsError) {
        try file.read(layout, into: parameters)
        let known = Set(file.names)
        for entry in statisticsLayout.entries where known.contains(entry.name) {
            try file.read(entry.name, shape: entry.shape, into: statistics[entry.range])
        }
    }

    /// Adds the weights and statistics to a file.
    public func write(to file: inout SafetensorsWriter, prefix: String = "") {
        file.add(layout, parameters, prefix: prefix)
        file.add(statisticsLayout, statistics, prefix: prefix)
    }
}
