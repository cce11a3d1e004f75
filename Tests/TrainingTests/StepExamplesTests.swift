import Networks
import Tensors
import Testing

@testable import Training

@Suite("Examples of a step")
struct StepExamplesTests {
    static let architecture = Architecture(inputs: 4, hidden: [6, 5], outputs: 3, activation: .gelu)

    @Test("slices of a batch add up to its loss and gradient", arguments: [1, 7, 44])
    func sum(capacity: Int) throws {
        let small = try SmallTraining()
        let examples = try LabelledExamples(small.data.train, for: small.plan.loss, outputs: 3)
        let whole = try train(examples, capacity: 45, small.plan)
        let sliced = try train(examples, capacity: capacity, small.plan)
        #expect(abs(whole.loss - sliced.loss) < 1e-6)
        for (one, other) in zip(whole.gradients, sliced.gradients) { #expect(abs(one - other) < 2e-6) }
        #expect(whole.gradients.contains { abs($0) > 0.01 })
    }

    @Test("a batch is sliced evenly where each example counts by itself, and held whole elsewhere")
    func capacity() throws {
        var plan = try SmallTraining().plan
        func capacity(_ architecture: Architecture, _ mostBytes: Int) -> Int {
            StepExamples.capacity(of: 100, width: 4, architecture, plan, mostBytes: mostBytes)
        }
        #expect(capacity(Self.architecture, 1_600) == 100)
        #expect(capacity(Self.architecture, 1_599) == 50)
        #expect(capacity(Self.architecture, 1) == 1)
        var other = Self.architecture
        other.batchNormalization = true
        #expect(capacity(other, 1) == 100)
        other = Self.architecture
        other.dropout = 0.1
        #expect(capacity(other, 1) == 100)
        plan.precision = .bfloat16
        #expect(capacity(Self.architecture, 1) == 100)
    }

    private func train(
        _ examples: LabelledExamples, capacity: Int, _ plan: TrainingPlan
    ) throws -> (loss: Double, gradients: [Float]) {
        let network = Network(Self.architecture, seed: 1)
        let batch = Batch(capacity: capacity, width: 4, outputs: 3)
        let pass = NetworkPass(network, capacity: capacity)
        let indices = Array(0..<Int32(45))
        return indices.withUnsafeBufferPointer { indices in
            let taken = StepExamples(
                indices, of: examples, in: batch, Augmenter([], width: 4, seed: 0), step: 0)
            let loss = taken.train(
                pass, plan.loss, step: 0, scale: 1, sum: FloatBuffer(count: network.layout.count))
            return (loss, pass.gradients.array)
        }
    }
}
