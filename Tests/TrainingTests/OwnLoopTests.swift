import Datasets
import Networks
import Optimizers
import Settings
import Tensors
import Testing
import Training

@Suite("A program's own loop")
struct OwnLoopTests {
    @Test("trains a new last layer, then frees the first one, and goes on exactly from what it saved")
    func fineTuning() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/state.safetensors"
        let blobs = SmallTraining.blobs(60, seed: 1)
        guard case .classes(let classes, _) = blobs.targets else { return }

        let network = Network(Architecture(inputs: 4, hidden: [16], outputs: 3, activation: .tanh), seed: 1)
        let batch = Batch(blobs.rows, classes: classes)
        let pass = NetworkPass(network, capacity: batch.count)
        var options = SettingReader(["momentum": .double(0.9)])
        guard case .perStep(let rule) = try OptimizerKind.sgd.makeMethod(&options) else { return }
        let last = ParameterGroup(ranges: network.layout.ranges(matching: "layers.1.*"))
        let first = ParameterGroup(ranges: network.layout.ranges(matching: "layers.0.*"), learningRateScale: 0.5)
        let optimizer = Optimizer(rule, parameterCount: network.layout.count, groups: [last])
        var rates = SettingReader(["name": .string("cosine"), "t_max": .int(40)])
        let schedule = LearningRateCourse(try LearningRateDecay(&rates), initial: 0.1)

        func train(_ network: Network, _ pass: NetworkPass, _ optimizer: Optimizer, _ epochs: Range<Int>) throws
            -> [Double]
        {
            try epochs.map { epoch in
                let loss = pass.train(batch, CrossEntropy(), step: epoch)
                let moment = ScheduleMoment(epoch: epoch, step: epoch, epochs: 40, steps: 40)
                optimizer.step(
                    parameters: network.parameters, gradients: pass.gradients,
                    learningRate: try schedule.learningRate(at: moment))
                return loss
            }
        }
        let start = network.parameters.array(at: first.ranges[0])
        let early = try train(network, pass, optimizer, 0..<20)
        #expect(network.parameters.array(at: first.ranges[0]) == start, "the first layer is not trained yet")
        optimizer.add(first)
        let middle = try train(network, pass, optimizer, 20..<30)
        #expect(network.parameters.array(at: first.ranges[0]) != start)
        #expect(early[19] < early[0] && middle[9] < early[19])

        var file = SafetensorsWriter()
        network.write(to: &file)
        optimizer.exportState().write(to: &file)
        try file.write(to: path)
        let late = try train(network, pass, optimizer, 30..<40)

        let saved = try SafetensorsFile(path: path)
        let copy = Network(network.architecture, seed: 2)
        try copy.read(saved)
        let again = Optimizer(rule, parameterCount: copy.layout.count, groups: [last, first])
        try again.importState(OptimizerState(saved))
        #expect(try train(copy, NetworkPass(copy, capacity: batch.count), again, 30..<40) == late)
    }
}
