import Foundation
import Settings
import Sweeps
import Testing

@testable import Workloads

/// Trainings on CSV files, from the file to the last measurement.
struct TableTrainingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        // The number is linear in the features; the class says on which side of a line a point is.
        let rows = (0..<80).map { index in
            let (x, y) = (index % 9, index * 7 % 11)
            return "\(x),\(y),\(Double(3 * x - 2 * y) + 0.5),\(x > y ? "above" : "below")"
        }
        try folder.write("points.csv", "x,y,number,class\n" + rows.joined(separator: "\n"))
    }

    private static let toNumber: SettingValue = ["source": "points.csv", "target": "number", "ignore": ["class"]]
    private static let toClass: SettingValue = ["source": "points.csv", "ignore": ["number"]]

    private func train(
        _ settings: [String: SettingValue], _ objective: Objective = Objective(), into name: String = "attempt"
    ) throws -> Recorder {
        var configuration = Configuration(["epochs": 60, "lr": 0.1, "batch_size": 16])
        configuration.merge(settings)
        let recorder = Recorder()
        let end = try workload(configuration, objective, folder: folder.path)
            .train(seed: 1, attempt: recorder.attempt(folder.folder(name)))
        #expect(end == .finished)
        return recorder
    }

    @Test(arguments: ["mse", "l1", "huber", "smooth_l1"])
    func `every loss of numbers learns a linear target`(loss: String) throws {
        let recorder = try train(
            ["data": Self.toNumber, "loss": .string(loss), "decay": "cosine"],
            Objective(metric: "dev_loss", goal: .minimize))
        let losses = recorder.runs.filter { $0.metric == "dev_loss" }.compactMap(\.values.first)
        #expect(losses.count == 60)
        #expect(try #require(losses.last) < 0.1 && losses[0] > 3)
        #expect(Set(recorder.runs.map(\.metric)).isDisjoint(with: ["train_accuracy", "dev_accuracy"]))
    }

    @Test(arguments: [nil, "bce_with_logits", "cross_entropy"])
    func `two classes are told apart with one output or two`(loss: String?) throws {
        let recorder = try train(["data": Self.toClass].merging(loss.map { ["loss": .string($0)] } ?? [:]) { $1 })
        #expect(try #require(recorder.last("dev_accuracy")) > 0.9)
        #expect(try #require(recorder.last("train_accuracy")) > 0.95)
        if loss != "cross_entropy" {
            #expect(
                recorder.values()
                    == (try train(["data": Self.toClass, "loss": "bce_with_logits"], into: "same")).values())
        }
    }

    @Test func `without a dev set trials are judged by the training set`() throws {
        let whole: [String: SettingValue] = ["data": Self.toClass, "data.dev_fraction": 0]
        let objective = Objective(metric: "train_loss", goal: .minimize)
        let recorder = try train(whole, objective)
        #expect(Set(recorder.runs.map(\.metric)).isDisjoint(with: ["dev_loss", "dev_accuracy"]))
        #expect(try #require(recorder.last("train_accuracy")) > 0.95)
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/attempt/best.safetensors"))
        // 80 examples, of which none is set aside.
        var configuration = Configuration(["epochs": 1])
        configuration.merge(whole)
        let summary = try workload(configuration, objective, folder: folder.path).summary
        #expect(summary.trainingExamples == 80 && summary.devExamples == 0)
        let choices =
            "train_loss, train_accuracy, train_cross_entropy, train_balanced_accuracy, train_f1, train_auc"
        #expect(
            message { _ = try workload(configuration, folder: folder.path) }
                == "'metric.name' is 'dev_accuracy'; 'data.dev_fraction' is 0, so there is no dev set; set examples "
                + "aside, or choose by: \(choices).")
        configuration.merge(["early_stopping": [:]])
        #expect(
            message { _ = try workload(configuration, objective, folder: folder.path) }
                == "'early_stopping.metric' is 'dev_loss'; 'data.dev_fraction' is 0, so there is no dev set; set "
                + "examples aside, or choose by: \(choices).")
    }

    @Test func `the test set is measured once, at the end, with the weights of the best epoch`() throws {
        // The rate of the last epoch spoils what was learned before.
        let settings: [String: SettingValue] = [
            "data": Self.toClass, "data.test_fraction": 0.25, "hidden": [8], "optimizer": "sgd", "epochs": 6,
            "decay": ["name": "piecewise", "epochs": [5], "lrs": [0.1, 100]],
        ]
        let recorder = try train(settings)
        let accuracies = recorder.runs.filter { $0.metric == "dev_accuracy" }.compactMap(\.values.first)
        let best = try #require(accuracies.max())
        #expect(try #require(accuracies.last) < best)
        #expect(
            recorder.runs.suffix(6).map(\.metric)
                == ["loss", "accuracy", "cross_entropy", "balanced_accuracy", "f1", "auc"].map { "test_" + $0 })
        #expect(recorder.runs.count { $0.metric.hasPrefix("test_") } == 6)
        #expect(recorder.runs.suffix(6).allSatisfy { $0.values.count == 1 && accuracies[($0.epoch ?? 0) - 1] == best })

        // A training that starts there and moves no weight by a bit.
        let still = settings.merging(
            ["init": "attempt/best.safetensors", "lr": 1e-30, "decay": "constant", "epochs": 1]
        ) { $1 }
        let again = try train(still, into: "again")
        #expect(again.last("dev_accuracy") == best)
        #expect(again.last("test_loss") == recorder.last("test_loss"))
        #expect(again.last("test_accuracy") == recorder.last("test_accuracy"))
    }

    @Test func `a training by lbfgs takes few steps of the whole set, with frozen layers and a schedule`() throws {
        let settings: [String: SettingValue] = [
            "data": Self.toNumber, "optimizer": ["name": "lbfgs", "line_search_fn": "strong_wolfe"], "lr": 1,
            "batch_size": "full", "epochs": 8, "decay": ["name": "hyperbola", "rate": 0.1],
        ]
        let objective = Objective(metric: "dev_loss", goal: .minimize)
        let recorder = try train(settings, objective)
        #expect(try #require(recorder.last("dev_loss")) < 1e-4)
        #expect(recorder.runs.filter { $0.metric == "batch_loss" }.flatMap(\.values).count == 8)
        let frozen = try train(
            settings.merging(["param_groups": [["match": "*.weight", "frozen": true]]]) { $1 }, objective,
            into: "frozen")
        #expect(try #require(frozen.last("dev_loss")) > 1)
    }
}
