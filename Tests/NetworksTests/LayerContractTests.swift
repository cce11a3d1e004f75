import Foundation
import Randomness
import Tensors
import Testing

@testable import Networks

/// What holds for every kind of hidden layer: each activation alone, with batch normalisation, dropout and both.
@Suite("Every layer")
struct LayerContractTests {
    struct Variant: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let architecture: Architecture

        static let all: [Variant] =
            [Variant(testDescription: "linear", architecture: Architecture(inputs: 4, outputs: 3))]
            + Activation.allCases.flatMap { activation in
                [(false, 0), (true, 0), (false, 0.3), (true, 0.3)].map { isNormalized, dropout in
                    Variant(
                        testDescription: activation.rawValue + (isNormalized ? ", batch normalisation" : "")
                            + (dropout > 0 ? ", dropout" : ""),
                        architecture: Architecture(
                            inputs: 4, hidden: [9, 5], outputs: 3, activation: activation,
                            batchNormalization: isNormalized, dropout: dropout))
                }
            }
    }

    /// A network with its pass, trained by plain steps along the gradient.
    private struct Trainee {
        let network: Network
        let pass: NetworkPass

        init(_ architecture: Architecture, seed: UInt64 = 1, capacity: Int = 8) {
            network = Network(architecture, seed: seed)
            pass = NetworkPass(network, capacity: capacity, seed: seed)
        }

        /// The losses of the steps.
        func train(_ steps: Range<Int>) -> [Double] {
            steps.map { step in
                let loss = pass.train(LayerContractTests.batch(step), CrossEntropy(), step: step)
                for index in 0..<network.parameters.count {
                    network.parameters[index] -= 0.1 * pass.gradients[index]
                }
                return loss
            }
        }

        var numbers: [Float] { network.parameters.array + network.statistics.array }
    }

    /// A batch of 5 to 8 examples, its own for each step.
    private static func batch(_ step: Int) -> Batch {
        var stream = RandomStream(seed: 7, .data, index: UInt64(step))
        let rows = (0..<(5 + step % 4)).map { _ in (0..<4).map { _ in stream.normal() } }.floats
        return Batch(rows, classes: rows.indices.map { Int32($0 % 3) })
    }

    @Test("gives the same bits for the same seed, others for another", arguments: Variant.all)
    func sameSeed(_ variant: Variant) {
        let (one, same, other) = (
            Trainee(variant.architecture), Trainee(variant.architecture), Trainee(variant.architecture, seed: 2)
        )
        let losses = one.train(0..<6)
        #expect(losses == same.train(0..<6))
        #expect(one.numbers == same.numbers)
        #expect(losses != other.train(0..<6))
        #expect(losses.allSatisfy { $0.isFinite })
    }

    @Test("saved and loaded in mid-course it goes on alike, bit for bit", arguments: Variant.all)
    func resumes(_ variant: Variant) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let undisturbed = Trainee(variant.architecture)
        _ = undisturbed.train(0..<3)
        var file = SafetensorsWriter()
        undisturbed.network.write(to: &file)
        try file.write(to: path)
        let resumed = Trainee(variant.architecture)
        try resumed.network.read(SafetensorsFile(path: path))
        #expect(resumed.train(3..<7) == undisturbed.train(3..<7))
        #expect(resumed.numbers == undisturbed.numbers)
    }

    @Test("earlier batches and room to spare leave no trace in a gradient", arguments: Variant.all)
    func noTrace(_ variant: Variant) {
        let used = Trainee(variant.architecture, capacity: 12)
        _ = used.train(0..<3)
        // Step 3 has 8 examples.
        let fresh = Trainee(variant.architecture, capacity: 8)
        fresh.network.parameters.copy(from: used.network.parameters)
        fresh.network.statistics.copy(from: used.network.statistics)
        #expect(used.train(3..<4) == fresh.train(3..<4))
        #expect(used.pass.gradients.array == fresh.pass.gradients.array)
        #expect(used.numbers == fresh.numbers)
    }

    @Test("evaluation changes nothing, draws nothing and leaves nothing out", arguments: Variant.all)
    func evaluation(_ variant: Variant) {
        let trainee = Trainee(variant.architecture)
        _ = trainee.train(0..<3)
        let before = trainee.numbers
        let inputs = Self.batch(3).inputs
        let outputs = trainee.pass.outputs(inputs).array
        #expect(trainee.pass.outputs(inputs).array == outputs)
        #expect(trainee.numbers == before)
        let judge = NetworkPass(trainee.network, capacity: 8, seed: 99, trains: false)
        #expect(judge.outputs(inputs).array == outputs)
    }
}
