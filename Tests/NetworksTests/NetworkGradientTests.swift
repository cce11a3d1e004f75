import Randomness
import Tensors
import Testing

@testable import Networks

/// The gradients of whole networks against differences of a network in double precision.
@Suite("The gradient of a network")
struct NetworkGradientTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var architecture: Architecture
        var loss = LossKind.crossEntropy
    }

    static let cases: [Case] =
        Activation.allCases.map { activation in
            Case(
                testDescription: activation.rawValue,
                architecture: Architecture(inputs: 4, hidden: [5, 6], outputs: 3, activation: activation))
        }
        + LossKind.allCases.map { loss in
            Case(
                testDescription: loss.rawValue,
                architecture: Architecture(inputs: 4, hidden: [5], outputs: 2, activation: .tanh), loss: loss)
        }
        + [
            Case(
                testDescription: "batch normalisation",
                architecture: Architecture(
                    inputs: 4, hidden: [5, 6], outputs: 3, activation: .gelu, batchNormalization: true)),
            Case(
                testDescription: "dropout",
                architecture: Architecture(inputs: 4, hidden: [5, 6], outputs: 3, activation: .tanh, dropout: 0.4)),
            Case(
                testDescription: "batch normalisation and dropout",
                architecture: Architecture(
                    inputs: 4, hidden: [8], outputs: 3, activation: .sigmoid, batchNormalization: true, dropout: 0.3)),
            Case(testDescription: "no hidden layer", architecture: Architecture(inputs: 4, outputs: 3)),
        ]

    /// 2e-5: float32 rounds each of some hundred operations by 6e-8; a wrong term of a gradient is above 1e-2.
    @Test("is the difference of its loss for every parameter", arguments: cases)
    func agreesWithDifferences(_ example: Case) throws {
        let network = Network(example.architecture, seed: 5)
        var stream = RandomStream(seed: 9, .data)
        // Biases and scales of 0 and 1 would hide mistakes.
        for index in 0..<network.parameters.count {
            network.parameters[index] += Float(stream.normal()) * 0.2
        }
        let rows = (0..<7).map { _ in (0..<4).map { _ in stream.normal() } }.floats
        let loss = ReferenceFormulas.loss(example.loss)
        let outputs = example.architecture.outputs
        let labels = (0..<7).map { $0 % outputs }
        let numbers = (0..<7).map { row in (0..<outputs).map { Double((row + $0) % 2) } }
        let batch =
            loss.targets == .classes
            ? Batch(rows, classes: labels.map { Int32($0) }) : Batch(rows, values: numbers.floats)

        let pass = NetworkPass(network, capacity: 9, seed: 4)
        let value = pass.train(batch, loss, step: 3)

        let hidden = example.architecture.hidden
        let masks: [[[Double]]]? =
            example.architecture.dropout == 0
            ? nil
            : hidden.indices.map { layer in
                let mask = Matrix(rows: 7, columns: hidden[layer])
                Dropout(rate: example.architecture.dropout, seed: 4)
                    .fill(mask, step: 3, layer: layer, layers: hidden.count)
                return (0..<7).map { row in (0..<hidden[layer]).map { Double(mask[row, $0]) } }
            }
        let inputs = rows.map { $0.map { Double($0) } }
        func reference(_ parameters: [Double]) -> Double {
            let values = ReferenceNetwork(network, parameters).outputs(inputs, masks: masks)
            let terms = values.enumerated().map { row, outputs in
                ReferenceFormulas.value(
                    of: example.loss, outputs: outputs,
                    target: loss.targets == .classes ? .label(labels[row]) : .numbers(numbers[row]))
            }
            return terms.reduce(0, +) / Double(terms.count)
        }
        let parameters = network.parameters.array.map { Double($0) }
        #expect(abs(value - reference(parameters)) < 2e-6)
        expectClose(
            pass.gradients.array, differences(of: reference, at: parameters), 2e-5, example.testDescription)

        let strength = 0.3
        Gradient.addL1Penalty(
            pass.gradients, weights: network.parameters, at: network.weightRanges, strength: strength)
        func penalized(_ parameters: [Double]) -> Double {
            let magnitudes = network.weightRanges.flatMap { parameters[$0] }.map(abs)
            return reference(parameters) + strength * magnitudes.reduce(0, +)
        }
        expectClose(
            pass.gradients.array, differences(of: penalized, at: parameters), 2e-5,
            "\(example.testDescription) with an L1 penalty")
    }

    @Test("of the penalty on weights is its strength times their sign, and 0 at 0")
    func penalty() {
        let weights = FloatBuffer([2, -3, 0, 5])
        let gradients = FloatBuffer([1, 1, 1, 1])
        Gradient.addL1Penalty(gradients, weights: weights, at: [0..<3], strength: 0.5)
        #expect(gradients.array == [1.5, 0.5, 1, 1])
        #expect(Gradient.l1Norm(weights, at: [0..<3]) == 5)
    }
}

extension ReferenceNetwork {
    /// A network of the same form, with its parameters from a flat list.
    init(_ network: Network, _ parameters: [Double]) {
        func numbers(_ name: String) -> [Double] {
            network.layout[name].map { Array(parameters[$0.range]) } ?? []
        }
        activation = ReferenceFormulas.value(of: network.architecture.activation)
        layers = network.layers.indices.map { index in
            let linear = network.layers[index].linear
            let flat = numbers("layers.\(index).weight")
            return Layer(
                weight: (0..<linear.outputs).map { Array(flat[($0 * linear.inputs)..<(($0 + 1) * linear.inputs)]) },
                bias: numbers("layers.\(index).bias"),
                normalization: network.layers[index].normalization == nil
                    ? nil
                    : Normalization(
                        weight: numbers("layers.\(index).norm.weight"), bias: numbers("layers.\(index).norm.bias")))
        }
    }
}
