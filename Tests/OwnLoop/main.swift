import Datasets
import Networks
import Optimizers
import Settings
import Tensors
import Training

let digits = try DataCache().split(of: DataSettings("digits", folder: "."), trialSeed: 1)
let loss = CrossEntropy()
let examples = try LabelledExamples(digits.train, for: loss, outputs: 10)
let network = Network(Architecture(inputs: 64, hidden: [32], outputs: 10), seed: 1)
let (pass, batch) = (NetworkPass(network, capacity: 64), Batch(capacity: 64, width: 64))
let last = ParameterGroup(ranges: network.layout.ranges(matching: "layers.1.*"), weightDecay: 1e-4)
let first = ParameterGroup(ranges: network.layout.ranges(matching: "layers.0.*"), learningRateScale: 0.5)
let optimizer = try Optimizer(.adam, ["betas": [0.9, 0.99]], parameterCount: network.layout.count, groups: [last])
let schedule = try LearningRateCourse(.cosine, initial: 0.01)
var (order, step) = (EpochOrder(.eachEpoch, count: examples.count, seed: 1), 0)

for epoch in 0..<20 {
    if epoch == 10 { optimizer.add(first) }  // from here on the first layer is trained too
    order.prepare(epoch: epoch)
    let rate = try schedule.learningRate(at: ScheduleMoment(epoch: epoch, step: step, epochs: 20, steps: 460))
    for start in stride(from: 0, to: examples.count, by: 64) {
        examples.fill(batch, order.indices[start..<min(start + 64, examples.count)])
        _ = pass.train(batch, loss, step: step)  // gives the batch's loss, and leaves its gradients in the pass
        optimizer.step(parameters: network.parameters, gradients: pass.gradients, learningRate: rate)
        step += 1
    }
}

var file = SafetensorsWriter()
network.write(to: &file)
optimizer.exportState().write(to: &file)
try file.write(to: "digits.safetensors")
let saved = try SafetensorsFile(path: "digits.safetensors")
try network.read(saved)
try optimizer.importState(OptimizerState(saved))

if let dev = digits.dev {
    let result = try Evaluator(network, loss, largest: dev.count)
        .evaluate(LabelledExamples(dev, for: loss, outputs: 10))
    print("dev loss \(result.loss), accuracy \(result.accuracy ?? 0)")
}
