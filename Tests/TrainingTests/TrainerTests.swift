import Datasets
import Foundation
import Networks
import Optimizers
import Settings
import Tensors
import Testing

@testable import Training

@Suite("A training")
struct TrainerTests {
    @Test("measures all that is to be measured, at the right steps")
    func measurements() throws {
        let training = try SmallTraining(epochs: 3)
        let log = MeasurementLog()
        #expect(try training.trainer().run(log.hooks()) == .finished)
        // 45 examples in batches of 8: five whole ones and a short one.
        for metric in [Metric.batchLoss, .learningRate] {
            #expect(log.entries.filter { $0.metric == metric }.map(\.step) == Array(1...18), "\(metric)")
        }
        for metric in [Metric.trainLoss, .trainAccuracy, .devLoss, .devAccuracy, .gradientNorm] {
            #expect(log.entries.filter { $0.metric == metric }.map(\.step) == [6, 12, 18], "\(metric)")
            #expect(log.entries.filter { $0.metric == metric }.map(\.epoch) == [1, 2, 3], "\(metric)")
        }
        #expect(log.values(.epochSeconds).count == 3)
        #expect(log.values(.testLoss).count == 1)
        #expect(log.values(.testAccuracy).count == 1)
        #expect(log.values(.lossScale).isEmpty)
        // The schedule is a hyperbola of the steps.
        let rates: [Double] = (0..<18).map { step in 0.01 / (1 + 0.2 * Double(step)) }
        #expect(log.values(.learningRate) == rates)
    }

    @Test("measures the rate of schedules by epochs once an epoch")
    func ratesByEpochs() throws {
        var training = try SmallTraining(epochs: 3)
        var reader = SettingReader(["name": .string("exponential"), "gamma": .double(0.5)])
        training.plan.decay = try LearningRateDecay(&reader)
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks())
        #expect(log.values(.learningRate) == [0.01, 0.005, 0.0025])
        #expect(log.entries.filter { $0.metric == .learningRate }.map(\.step) == [6, 12, 18])
    }

    @Test("learns")
    func learns() throws {
        var training = try SmallTraining(epochs: 30)
        training.plan.decay = .constant
        training.plan.learningRate = 0.03
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks())
        let losses = log.values(.trainLoss)
        #expect((losses.last ?? 9) < 0.6 * losses[0])
        #expect((log.values(.devAccuracy).max() ?? 0) > 0.6)
    }

    @Test("gives the same bits for the same seed, others for another")
    func seeds() throws {
        var training = try SmallTraining()
        let first = try training.measurements()
        #expect(try training.measurements() == first)
        training.plan.seed = 4
        #expect(try training.measurements() != first)
    }

    @Test("takes the examples in another order each epoch, each example once", arguments: Shuffle.allCases)
    func orders(_ shuffle: Shuffle) {
        var order = EpochOrder(shuffle, count: 50, seed: 1)
        let orders = (0..<3).map { epoch in
            order.prepare(epoch: epoch)
            return order.indices
        }
        #expect(orders.allSatisfy { $0.sorted() == Array(0..<50) })
        #expect((orders[0] == Array(0..<50)) == (shuffle == .never))
        #expect((orders[0] == orders[1]) == (shuffle != .eachEpoch))
        var late = EpochOrder(shuffle, count: 50, seed: 1)
        late.prepare(epoch: 2)
        #expect(late.indices == orders[2], "the order depends on the seed and the epoch alone")
        var other = EpochOrder(shuffle, count: 50, seed: 2)
        other.prepare(epoch: 0)
        #expect((other.indices == orders[0]) == (shuffle == .never))
    }

    @Test("ends at once at a loss that is not finite, and says at which step")
    func diverges() throws {
        var training = try SmallTraining(.sgd)
        training.architecture.batchNormalization = false
        training.plan.learningRate = 1e30
        let log = MeasurementLog()
        guard case .diverged(.batchLoss, _, let step) = try training.trainer().run(log.hooks()) else {
            Issue.record("it does not diverge")
            return
        }
        let losses = log.values(.batchLoss)
        #expect(losses.count == step)
        #expect(losses.dropLast().allSatisfy { $0.isFinite })
        #expect(losses.last?.isFinite == false)
    }

    @Test("reduces the learning rate when its metric has stopped getting better")
    func plateau() throws {
        var training = try SmallTraining(epochs: 30)
        var reader = SettingReader([
            "name": .string("plateau"), "patience": .int(1), "factor": .double(0.5), "metric": .string("dev_loss"),
        ])
        training.plan.decay = try LearningRateDecay(&reader)
        training.plan.learningRate = 0.2
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks())
        let rates = log.values(.learningRate)
        #expect(Set(rates).count > 1)
        #expect(zip(rates, rates.dropFirst()).allSatisfy { $1 == $0 || $1 == $0 / 2 })
    }

    @Test("refuses a metric that it does not measure")
    func refusesMetrics() throws {
        var training = try SmallTraining()
        training.data.dev = nil
        func words() -> String {
            do throws(SettingError) {
                _ = try Trainer(training.plan, Network(training.architecture, seed: 1), training.data)
                return "accepted"
            } catch {
                return error.description
            }
        }
        #expect(words() == "'metric' is 'dev_accuracy'; there is no dev set.")
        training.plan.objective = TrainingObjective(metric: .testLoss)
        #expect(words() == "'metric' is 'test_loss'; no such metric of whole sets; did you mean 'dev_loss'?")
        training.plan.objective = TrainingObjective(metric: .trainLoss)
        training.plan.earlyStopping = EarlyStopping(metric: .devLoss)
        #expect(words() == "'early_stopping.metric' is 'dev_loss'; there is no dev set.")
        training.plan.earlyStopping = nil
        training.plan.loss = MeanSquaredError()
        #expect(words() == "'loss': it compares numbers, and the data have classes.")
        training.plan.loss = BinaryCrossEntropy()
        #expect(words() == "'loss': it takes two classes, and the data have 3.")
        training.plan.loss = CrossEntropy()
        training.architecture.outputs = 4
        #expect(words() == "'loss': the data have 3 classes, and the network has 4 outputs.")
    }

    @Test("with an optimizer of full batches refuses smaller ones, clipping and rates of groups")
    func refusesSmallBatches() throws {
        var training = try SmallTraining(.lbfgs)
        func words() -> String {
            do {
                _ = try training.trainer()
                return "accepted"
            } catch {
                return "\(error)"
            }
        }
        #expect(words() == "accepted")
        training.plan.batchSize = .count(45)
        #expect(words() == "accepted")
        training.plan.batchSize = .count(44)
        #expect(words() == "'batch_size' is 44; the optimizer takes steps of the full batch only; write 'full'.")
        training.plan.batchSize = .full
        training.plan.clipNorm = 1
        #expect(
            words()
                == "'clip_norm' is 1; the optimizer follows the loss itself, so that its gradient cannot be clipped.")
        training.plan.clipNorm = nil
        training.plan.parameterGroups = [ParameterGroupRule(match: "*", learningRateScale: 0.5)]
        #expect(
            words()
                == "'param_groups[0]': the optimizer has one learning rate and no weight decay; a group can only be "
                + "frozen.")
    }

    @Test("learns in every precision, each in its own way", arguments: Precision.allCases)
    func precisions(_ precision: Precision) throws {
        var training = try SmallTraining(epochs: 30)
        training.plan.decay = .constant
        training.plan.learningRate = 0.03
        let exact = try training.measurements()
        training.plan.precision = precision
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks())
        let losses = log.values(.trainLoss)
        #expect((losses.last ?? 9) < 0.6 * losses[0])
        #expect((log.ordered == exact) == (precision == .float32))
    }

    @Test("halves its loss scale when a gradient overflows, and doubles it after many good steps")
    func lossScaling() {
        var scaling = LossScaling()
        scaling.observe(overflowed: true)
        #expect(scaling.factor == 32768)
        for _ in 1..<LossScaling.growthInterval { scaling.observe(overflowed: false) }
        #expect(scaling.factor == 32768)
        scaling.observe(overflowed: false)
        #expect(scaling.factor == 65536)
        #expect(LossScaling(numberTexts: scaling.numberTexts) == scaling)
    }

    @Test("leaves a step out whose gradient overflows in float16, and goes on with a smaller scale")
    func overflow() throws {
        var training = try SmallTraining(.sgd, epochs: 1)
        training.scaleInputs(by: 3000)
        training.plan.precision = .float16
        let trainer = try training.trainer()
        let before = trainer.network.parameters.array
        var asked = 0
        let hooks = TrainingHooks(
            stopRequested: {
                asked += 1
                return asked > 1
            }, clock: { 0 })
        #expect(try trainer.run(hooks) == .stopped)
        #expect(trainer.network.parameters.array == before)
        #expect(trainer.step.scaling?.factor == 32768)
    }

    @Test("counts steps of float16 that were left out, and measures the scale of each epoch's last step")
    func scalingMetrics() throws {
        var training = try SmallTraining(.sgd, epochs: 3)
        training.scaleInputs(by: 3000)
        training.plan.precision = .float16
        let log = MeasurementLog()
        let trainer = try training.trainer()
        #expect(try trainer.run(log.hooks()) == .finished)
        let skipped = log.values(.skippedSteps)
        #expect(skipped.count == 3 && skipped[0] >= 1)
        #expect(log.values(.lossScale).count == 3)
        let halvings = log2(65536 / Double(trainer.step.scaling?.factor ?? 0))
        #expect(skipped.reduce(0, +) == halvings)
    }
}
