import Networks
import Tensors

/// The weights and statistics of a network at some moment, kept apart from it.
struct WeightsCopy {
    private let parameters: FloatBuffer
    private let statistics: FloatBuffer
    private let layout: TensorLayout
    private let statisticsLayout: TensorLayout

    /// Room for the weights of networks like `network`.
    init(like network: Network) {
        layout = network.layout
        statisticsLayout = network.statisticsLayout
        parameters = FloatBuffer(count: network.parameters.count)
        statistics = FloatBuffer(count: network.statistics.count)
    }

    func take(from network: Network) {
        parameters.copy(from: network.parameters)
        statistics.copy(from: network.statistics)
    }

    func give(to network: Network) {
        network.parameters.copy(from: parameters)
        network.statistics.copy(from: statistics)
    }

    func write(to file: inout SafetensorsWriter, prefix: String = "") {
        file.add(layout, parameters, prefix: prefix)
        file.add(statisticsLayout, statistics, prefix: prefix)
    }

    func read(_ file: SafetensorsFile, prefix: String = "") throws(SafetensorsError) {
        try file.read(layout, into: parameters, prefix: prefix)
        try file.read(statisticsLayout, into: statistics, prefix: prefix)
    }
}
