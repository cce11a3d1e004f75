import Foundation
import Tensors
import Testing

@testable import Networks

@Suite("A network")
struct NetworkTests {
    private let architecture = Architecture(inputs: 4, hidden: [6, 5], outputs: 3, batchNormalization: true)

    @Test("names its tensors as checkpoints do, one after the other")
    func names() {
        let network = Network(architecture, seed: 1)
        #expect(
            network.layout.entries.map(\.name) == [
                "layers.0.weight", "layers.0.bias", "layers.0.norm.weight", "layers.0.norm.bias",
                "layers.1.weight", "layers.1.bias", "layers.1.norm.weight", "layers.1.norm.bias",
                "layers.2.weight", "layers.2.bias",
            ])
        #expect(network.layout["layers.1.weight"]?.shape == [5, 6])
        #expect(
            network.statisticsLayout.entries.map(\.name) == [
                "layers.0.norm.running_mean", "layers.0.norm.running_var",
                "layers.1.norm.running_mean", "layers.1.norm.running_var",
            ])
    }

    @Test("starts from the same weights for the same seed, from others for another", arguments: Initialization.allCases)
    func seeds(_ initialization: Initialization) {
        let weights = Network(architecture, initialization, seed: 1).parameters.array
        #expect(weights == Network(architecture, initialization, seed: 1).parameters.array)
        #expect(weights != Network(architecture, initialization, seed: 2).parameters.array)
    }

    @Test("shares its first layer's weights with every network whose first layer has its shape")
    func sharedLayers() {
        let other = Architecture(inputs: 4, hidden: [6], outputs: 2)
        #expect(
            Network(architecture, seed: 1).parameters.array(at: 0..<24)
                == Network(other, seed: 1).parameters.array(at: 0..<24))
    }

    /// Of 200,000 draws the mean is off by its deviation / √200,000, and the variance by √(2 / 200,000) of itself: six
    /// times that is 1.9e-2.
    @Test("draws weights with mean 0 and the variance of the rule, and biases of 0", arguments: Initialization.allCases)
    func variance(_ initialization: Initialization) {
        let network = Network(Architecture(inputs: 400, hidden: [500], outputs: 1), initialization, seed: 1)
        let weights = network.parameters.array(at: 0..<200_000).map { Double($0) }
        let mean = weights.reduce(0, +) / 200_000
        let variance = weights.reduce(0) { $0 + $1 * $1 } / 200_000
        let expected = initialization == .he ? 2.0 / 400 : 2.0 / 900
        #expect(abs(mean) < 6 * (expected / 200_000).squareRoot())
        #expect(abs(variance / expected - 1) < 1.9e-2)
        #expect(network.parameters.array(at: 200_000..<200_500).allSatisfy { $0 == 0 })
    }

    @Test("is read back from a file exactly as it was written")
    func roundTrip() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let network = Network(architecture, seed: 1)
        network.statistics[3] = 0.25
        var writer = SafetensorsWriter()
        network.write(to: &writer)
        try writer.write(to: path)
        let copy = Network(architecture, seed: 2)
        try copy.read(SafetensorsFile(path: path))
        #expect(copy.parameters.array == network.parameters.array)
        #expect(copy.statistics.array == network.statistics.array)

        let wider = Network(Architecture(inputs: 4, hidden: [7, 5], outputs: 3), seed: 1)
        let file = try SafetensorsFile(path: path)
        #expect(
            throws: SafetensorsError.wrongShape(
                path: path, tensor: "layers.0.weight", found: [6, 4], expected: [7, 4])
        ) { try wider.read(file) }
        let deeper = Network(Architecture(inputs: 4, hidden: [6, 5, 4], outputs: 3), seed: 1)
        #expect(throws: SafetensorsError.self) { try deeper.read(file) }
    }

    @Test("gives the same outputs for an example alone and among others, to rounding")
    func evaluation() {
        let network = Network(architecture, seed: 1)
        let rows: [[Float]] = [[1, 2, 3, 4], [-1, 0, 1, 0], [0.5, 0.5, -2, 1]]
        let together = NetworkPass(network, capacity: 4, trains: false).outputs(Matrix(rows)).array
        for (index, row) in rows.enumerated() {
            let alone = NetworkPass(network, capacity: 1, trains: false).outputs(Matrix([row])).array
            for (first, second) in zip(together[(index * 3)..<(index * 3 + 3)], alone) {
                #expect(abs(first - second) < 1e-5)
            }
        }
    }

    @Test(
        "gives trained parameters the same gradients whatever is not trained, and the others a gradient of 0",
        arguments: ["layers.2.*", "*.bias", "layers.1.norm.weight", "layers.0.weight", "layers.?.weight", "nothing"])
    func trainedParameters(_ pattern: String) {
        let network = Network(architecture, seed: 1)
        let batch = Batch([[1, 2, 3, 4], [-1, 0, 1, 0], [0.5, 0.5, -2, 1]], classes: [0, 2, 1])
        let whole = NetworkPass(network, capacity: 3)
        let trained = network.layout.ranges(matching: pattern)
        let part = NetworkPass(network, capacity: 3, trained: trained)
        for step in 0..<2 {
            #expect(part.train(batch, CrossEntropy(), step: step) == whole.train(batch, CrossEntropy(), step: step))
            for index in 0..<network.layout.count {
                let expected = trained.contains { $0.contains(index) } ? whole.gradients[index] : 0
                #expect(part.gradients[index] == expected, "parameter \(index)")
            }
        }
    }

    @Test("leaves values out in the share of its dropout, others at other steps and in other layers")
    func dropout() {
        let dropout = Dropout(rate: 0.3, seed: 1)
        let mask = Matrix(rows: 100, columns: 101)
        dropout.fill(mask, step: 0, layer: 0, layers: 2)
        let first = mask.array
        let kept = first.filter { $0 != 0 }
        #expect(kept.allSatisfy { $0 == Float(1 / 0.7) })
        // Of 10,100 draws the share is off by √(0.21 / 10,100) = 0.0046; five times that.
        #expect(abs(Double(kept.count) / 10_100 - 0.7) < 0.023)
        dropout.fill(mask, step: 0, layer: 1, layers: 2)
        #expect(mask.array != first)
        dropout.fill(mask, step: 1, layer: 0, layers: 2)
        #expect(mask.array != first)
        dropout.fill(mask, step: 0, layer: 0, layers: 2)
        #expect(mask.array == first)
    }
}
