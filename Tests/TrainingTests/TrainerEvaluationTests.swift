import Datasets
import Networks
import Optimizers
import Settings
import Testing

@testable import Training

@Suite("What a training's weights are judged by")
struct TrainerEvaluationTests {
    @Test("is evaluated every so many epochs, and after the last one")
    func evaluatesSometimes() throws {
        var training = try SmallTraining(epochs: 7)
        training.plan.evaluateEvery = 3
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks())
        #expect(log.entries.filter { $0.metric == .devLoss }.map(\.epoch) == [3, 6, 7])
        #expect(log.values(.gradientNorm).count == 7)
    }

    @Test("judges the best epoch by the test set, the earlier one of equals")
    func testSet() throws {
        let training = try SmallTraining(epochs: 12)
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks())
        let accuracies = log.values(.devAccuracy)
        let best = try #require(accuracies.max().flatMap { accuracies.firstIndex(of: $0) }) + 1
        #expect(log.entries.filter { $0.metric == .testLoss }.map(\.epoch) == [best])
        var shorter = training
        shorter.plan.epochs = best
        // The schedule does not look at the length of the training, so the best epoch is the same in a shorter one.
        let again = MeasurementLog()
        _ = try shorter.trainer().run(again.hooks())
        #expect(again.values(.testLoss) == log.values(.testLoss))
    }

    @Test(
        "judges the weights of the end by the test set where those are judged, restored or not",
        arguments: [true, false])
    func testSetOfLast(restores: Bool) throws {
        var training = try SmallTraining(epochs: 60)
        training.plan.learningRate = 0.3
        training.plan.objective = TrainingObjective(metric: .devAccuracy, selection: .last)
        training.plan.earlyStopping = EarlyStopping(metric: .devLoss, patience: 4, restoreBest: restores)
        let log = MeasurementLog()
        let trainer = try training.trainer()
        _ = try trainer.run(log.hooks())
        let losses = log.values(.devLoss)
        let epoch = restores ? losses.count - 4 : losses.count
        let test = try LabelledExamples(#require(training.data.test), for: CrossEntropy(), outputs: 3)
        let result = Evaluator(trainer.network, CrossEntropy(), largest: 45).evaluate(test)
        let tested = log.entries.filter { $0.metric == .testLoss }
        #expect(tested.map(\.epoch) == [epoch] && tested.map(\.value) == [result.loss])
        let restored = log.entries.filter { $0.metric == .restored(.loss, of: .dev) }
        #expect(restored.map(\.value) == (restores ? [losses[epoch - 1]] : []))
        #expect(restored.allSatisfy { $0.epoch == epoch })
        let accuracies = log.values(.devAccuracy)
        #expect(log.values(.restored(.accuracy, of: .dev)) == (restores ? [accuracies[epoch - 1]] : []))
    }

    @Test("a dev set that is wild ends a finite training, and is named")
    func wildDevSet() throws {
        var training = try SmallTraining(epochs: 3)
        let dev = SmallTraining.blobs(20, seed: 2)
        var rows = dev.rows
        rows[7][2] = .infinity
        training.data.dev = RowSource(rows: rows, targets: dev.targets)
        let log = MeasurementLog()
        #expect(try training.trainer().run(log.hooks()) == .diverged(.devLoss, epoch: 1, step: 6))
        #expect(log.values(.batchLoss).allSatisfy(\.isFinite) && log.values(.trainLoss).allSatisfy(\.isFinite))
    }

    @Test("says once what a constant guess comes to", arguments: [1, 2])
    func constantGuess(every: Int) throws {
        var training = try SmallTraining(epochs: 5)
        training.plan.evaluateEvery = every
        let expected = try training.measurements().filter { $0.metric == .constantGuess(.accuracy, of: .dev) }
        #expect(expected.map(\.epoch) == [every])
        // 15 examples of each class to learn from, and the first of equals is 7 of 20.
        #expect(expected.map(\.value) == [0.35])
        training.data.dev = nil
        training.plan.objective = TrainingObjective(metric: .trainLoss)
        let log = MeasurementLog()
        _ = try training.trainer().run(log.hooks())
        #expect(log.values(.constantGuess(.crossEntropy, of: .train)).count == 1)
    }

    @Test("stops early and has its best weights again")
    func stopsEarly() throws {
        var training = try SmallTraining(epochs: 60)
        training.plan.learningRate = 0.3
        training.plan.earlyStopping = EarlyStopping(metric: .devLoss, patience: 4)
        training.plan.objective = TrainingObjective(metric: .devLoss)
        let log = MeasurementLog()
        let trainer = try training.trainer()
        _ = try trainer.run(log.hooks())
        let losses = log.values(.devLoss)
        let least = try #require(losses.min())
        #expect(losses.firstIndex(of: least) == losses.count - 5)
        #expect(losses.count < 60)
        let dev = try LabelledExamples(#require(training.data.dev), for: CrossEntropy(), outputs: 3)
        #expect(Evaluator(trainer.network, CrossEntropy(), largest: 45).evaluate(dev).loss == least)
    }

    @Test("early stopping counts evaluations since the last that was better by the least difference")
    func patience() {
        let stopping = EarlyStopping(metric: .devAccuracy, patience: 2, minDelta: 0.1)
        var state = EarlyStopping.State()
        let verdicts = [0.5, 0.55, 0.7, 0.75, 0.79].enumerated().map {
            stopping.judge($0.element, epoch: $0.offset + 1, &state)
        }
        #expect(verdicts.map(\.isBest) == [true, false, true, false, false])
        #expect(verdicts.map(\.stops) == [false, false, false, false, true])
    }

    @Test("reads early stopping from its settings")
    func readsEarlyStopping() throws {
        var reader = SettingReader(["metric": .string("dev_accuracy"), "patience": .int(3)], path: "early_stopping")
        #expect(try EarlyStopping(&reader) == EarlyStopping(metric: .devAccuracy, patience: 3))
        var wrong = SettingReader(["metric": .string("lr")], path: "early_stopping")
        #expect { try EarlyStopping(&wrong) } throws: {
            "\($0)".hasPrefix(
                "'early_stopping.metric' is 'lr'; no such metric of whole sets; there are: dev_accuracy, ")
        }
        var unknown = SettingReader(["patienc": .int(3)], path: "early_stopping")
        #expect { try EarlyStopping(&unknown) } throws: {
            "\($0)" == "'early_stopping.patienc': no such setting; did you mean 'patience'?"
        }
    }
}
