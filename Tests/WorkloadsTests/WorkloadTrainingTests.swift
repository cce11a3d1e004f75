import Foundation
import Settings
import Sweeps
import Testing

@testable import Workloads

struct WorkloadTrainingTests {
    private let folder: TemporaryFolder
    private static let cache = WorkloadCache()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func train(
        _ more: [String: SettingValue] = [:], seed: Int = 1, into name: String, _ recorder: Recorder = Recorder()
    ) throws -> Recorder {
        let end = try workload(digits(more), cache: Self.cache)
            .train(seed: seed, attempt: recorder.attempt(folder.folder(name)))
        #expect(end == .finished)
        return recorder
    }

    @Test func `learns handwritten digits`() throws {
        let settings: [String: SettingValue] = ["epochs": .int(5), "hidden": .list([.int(32)]), "lr": .double(0.01)]
        let recorder = try train(settings, into: "a")
        #expect(try #require(recorder.last("dev_accuracy")) > 0.9)
        #expect(try #require(recorder.last("train_loss")) < 0.3)
        #expect(recorder.runs.first { $0.metric == "batch_loss" }?.values.count == 23)
        #expect(recorder.begun.count == 1 && recorder.begun[0].folder == nil && recorder.begun[0].position == 0)
        for file in ["last", "best"] {
            #expect(FileManager.default.fileExists(atPath: "\(folder.path)/a/\(file).safetensors"))
        }
    }

    @Test func `learns numbers and categories of a file`() throws {
        let rows = (0..<60).map { index in
            let colour = ["red", "green", "blue"][index % 3]
            return "\(index % 7),\(colour),\(Double(index % 7) * 2 + (index % 3 == 0 ? 5 : 0) + 0.25)"
        }
        try folder.write("n.csv", "x,colour,y\n" + rows.joined(separator: "\n"))
        let configuration = Configuration([
            "data": .string("n.csv"), "epochs": .int(200), "lr": .double(0.1), "batch_size": .string("full"),
        ])
        let recorder = Recorder()
        let objective = Objective(metric: "dev_loss", goal: .minimize)
        let end = try workload(configuration, objective, folder: folder.path)
            .train(seed: 1, attempt: recorder.attempt(folder.folder("n")))
        #expect(end == .finished)
        // The target is linear in the features, so that only the last bit of the way is missing.
        #expect(try #require(recorder.last("dev_loss")) < 0.01)
        #expect(recorder.last("dev_accuracy") == nil)
    }

    @Test func `equal seeds measure equal bits, other seeds do not`() throws {
        let settings: [String: SettingValue] = ["hidden": .list([.int(8)]), "dropout": .double(0.2)]
        let first = try train(settings, into: "a").values()
        #expect(try train(settings, into: "b").values() == first)
        #expect(try train(settings, seed: 2, into: "c").values() != first)
    }

    @Test(arguments: [0, 1, 22, 23, 30, 46])
    func `an interrupted training goes on as if nothing had happened`(steps: Int) throws {
        let settings: [String: SettingValue] = [
            "epochs": .int(3), "hidden": .list([.int(8)]), "dropout": .double(0.2), "decay": .string("cosine"),
        ]
        let whole = try train(settings, into: "whole").values()
        let work = try workload(digits(settings), cache: Self.cache)
        let first = Recorder()
        first.stepsAllowed = steps
        let one = try folder.folder("one")
        #expect(
            try work.train(seed: 1, attempt: first.attempt(one)) == .interrupted(.askedToStop))
        let second = Recorder()
        let two = try folder.folder("two")
        #expect(try work.train(seed: 1, attempt: second.attempt(two, earlier: [one])) == .finished)
        #expect(second.begun.count == 1 && second.begun[0].folder == one)
        let kept = first.values(first: second.begun[0].position)
        let joined = kept.merging(second.values()) { $0.merging($1) { before, _ in before } }
        #expect(joined == whole)
    }

    @Test(arguments: [
        "sgd", "momentum", "adam", "adamw", "rmsprop", "adagrad", "adadelta", "adamax", "nadam", "radam", "asgd",
        "rprop",
        "lbfgs", "sparse_adam",
    ])
    func `every optimizer goes on from a checkpoint`(optimizer: String) throws {
        let settings: [String: SettingValue] = [
            "optimizer": .string(optimizer), "batch_size": .string("full"), "epochs": .int(4),
            "decay": .mapping(["name": .string("plateau"), "patience": .int(0)]), "data.limit": .int(20),
        ]
        let whole = try train(settings, into: "whole").values()
        let work = try workload(digits(settings), cache: Self.cache)
        let first = Recorder()
        first.stepsAllowed = 2
        let one = try folder.folder("one")
        _ = try work.train(seed: 1, attempt: first.attempt(one))
        let second = Recorder()
        let attempt = second.attempt(try folder.folder("two"), earlier: [one])
        #expect(try work.train(seed: 1, attempt: attempt) == .finished)
        #expect(second.begun[0].folder == one)
        let kept = first.values(first: second.begun[0].position)
        #expect(kept.merging(second.values()) { $0.merging($1) { before, _ in before } } == whole)
    }

    /// The folders of two attempts that were stopped after so many steps.
    private func interrupted(_ work: Workload, steps: Int) throws -> (one: String, two: String) {
        let folders = (one: try folder.folder("1"), two: try folder.folder("2"))
        for attempt in [folders.one, folders.two] {
            let recorder = Recorder()
            recorder.stepsAllowed = steps
            _ = try work.train(seed: 1, attempt: recorder.attempt(attempt))
        }
        return folders
    }

    @Test func `a damaged checkpoint is reported and the one before it taken`() throws {
        let settings: [String: SettingValue] = ["epochs": .int(3)]
        let whole = try train(settings, into: "whole").values()
        let work = try workload(digits(settings), cache: Self.cache)
        let (one, two) = try interrupted(work, steps: 30)
        let three = try folder.folder("3")
        try Data("torn".utf8).write(to: URL(fileURLWithPath: two + "/last.safetensors"))
        let recorder = Recorder()
        let empty = try folder.folder("empty")
        let attempt = recorder.attempt(three, earlier: [empty, two, one])
        #expect(try work.train(seed: 1, attempt: attempt) == .finished)
        #expect(recorder.begun.count == 1 && recorder.begun[0].folder == one)
        #expect(recorder.warnings.count == 1)
        #expect(recorder.warnings.first?.hasPrefix("\(two)/last.safetensors: the checkpoint is damaged: ") == true)
        #expect(recorder.last("dev_accuracy") == whole["dev_accuracy"]?[69])
        #expect(!FileManager.default.fileExists(atPath: two + "/last.safetensors"))
        #expect(FileManager.default.fileExists(atPath: two + "/last.safetensors.damaged"))
    }

    @Test func `a checkpoint whose measurements are lost is reported and the one before it taken`() throws {
        let settings: [String: SettingValue] = ["epochs": .int(3)]
        let whole = try train(settings, into: "whole").values()
        let work = try workload(digits(settings), cache: Self.cache)
        let (one, two) = try interrupted(work, steps: 30)
        let three = try folder.folder("3")
        let words = "\(two)/last.safetensors: no training can go on from the checkpoint: the journal is gone."
        let stored = StoredCheckpoints(folder: two, identity: "trial")
        #expect(stored.problems { _ in nil }.isEmpty)
        #expect(stored.problems { _ in "the journal is gone" }.map(\.description) == [words])
        let recorder = Recorder()
        var attempt = recorder.attempt(three, earlier: [two, one])
        attempt.lostMeasurements = { folder, _ in folder == two ? "the journal is gone" : nil }
        #expect(try work.train(seed: 1, attempt: attempt) == .finished)
        #expect(recorder.begun.count == 1 && recorder.begun[0].folder == one)
        #expect(
            recorder.warnings == [
                "\(words) The checkpoint is now '\(two)/last.safetensors.unproven'. "
                    + "The training goes on from an earlier one, or from the start."
            ])
        #expect(recorder.last("dev_accuracy") == whole["dev_accuracy"]?[69])
        #expect(FileManager.default.fileExists(atPath: two + "/last.safetensors.unproven"))
    }

    @Test func `a checkpoint torn at any byte is set aside, and the one before it taken`() throws {
        let small: [String: SettingValue] = ["epochs": .int(1), "batch_size": .string("full")]
        let work = try workload(digits(small), cache: Self.cache)
        let (one, two) = try interrupted(work, steps: 0)
        let path = two + "/last.safetensors"
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        // Every byte of the header, then places among the numbers, and the last byte.
        let places = Array(0..<min(400, whole.count)) + stride(from: 400, to: whole.count, by: 211) + [whole.count - 1]
        for (number, place) in places.enumerated() {
            try whole.prefix(place).write(to: URL(fileURLWithPath: path))
            let recorder = Recorder()
            recorder.stepsAllowed = 0
            let attempt = recorder.attempt(try folder.folder("next \(number)"), earlier: [two, one])
            _ = try work.train(seed: 1, attempt: attempt)
            #expect(recorder.begun.first?.folder == one && recorder.warnings.count == 1, "torn at byte \(place)")
        }
    }

    @Test func `a checkpoint of another trial is refused`() throws {
        let work = try workload(digits(), cache: Self.cache)
        let one = try folder.folder("1")
        _ = try work.train(seed: 1, attempt: Recorder().attempt(one, identity: "other"))
        let recorder = Recorder()
        _ = try work.train(seed: 1, attempt: recorder.attempt(folder.folder("2"), earlier: [one]))
        #expect(recorder.begun[0].folder == nil)
        #expect(recorder.warnings.first?.contains("of another training") == true)
    }

    @Test func `a loss that is not finite ends the trial as diverged`() throws {
        let settings: [String: SettingValue] = [
            "lr": .double(1e30), "optimizer": .string("sgd"), "hidden": .list([.int(8)]),
        ]
        let end = try workload(digits(settings), cache: Self.cache)
            .train(seed: 1, attempt: Recorder().attempt(folder.folder("a")))
        guard case .diverged(let step, let value) = end else {
            Issue.record("ended as \(end)")
            return
        }
        #expect(step > 1 && value?.metric == "batch_loss")
    }

    @Test func `weights to start from are taken over`() throws {
        let trained = try train(["epochs": .int(3)], into: "a")
        let configuration = digits([
            "epochs": .int(1), "init": .string("a/last.safetensors"), "lr": .double(1e-12),
        ])
        let recorder = Recorder()
        _ = try workload(configuration, folder: folder.path, cache: Self.cache)
            .train(seed: 1, attempt: recorder.attempt(folder.folder("b")))
        #expect(recorder.last("dev_accuracy") == trained.last("dev_accuracy"))
    }

    @Test func `early stopping ends the training`() throws {
        let stopping: SettingValue = .mapping(["patience": .int(1), "min_delta": .int(100)])
        let recorder = try train(["epochs": .int(50), "early_stopping": stopping], into: "a")
        #expect(recorder.runs.last { $0.metric == "dev_loss" }?.epoch == 2)
    }

    @Test func `a test set is judged once, at the end`() throws {
        let recorder = try train(["data.test_fraction": .double(0.1)], into: "a")
        #expect(recorder.runs.filter { $0.metric == "test_accuracy" }.count == 1)
        #expect(try train(into: "b").runs.allSatisfy { !$0.metric.hasPrefix("test_") })
    }

    @Test func `data that changed since the plan are refused`() throws {
        let rows = (0..<20).map { "\($0),\($0 % 2 == 0 ? "a" : "b")\n" }.joined()
        try folder.write("d.csv", "x,y\n" + rows)
        let work = try workload(digits(["data": .string("d.csv")]), folder: folder.path)
        try folder.write("d.csv", "x,y\n" + rows + "20,a\n")
        #expect(
            message { _ = try work.train(seed: 1, attempt: Recorder().attempt(folder.folder("a"))) }
                == "d.csv: the data have changed since this training was planned.")
    }

    @Test func `a folder that cannot be written is an error of its own`() throws {
        let work = try workload(digits(), cache: Self.cache)
        let path = "\(folder.path)/none"
        #expect(throws: CheckpointWriteError(path: "\(path)/best.safetensors", errno: ENOENT)) {
            try work.train(seed: 1, attempt: Recorder().attempt(path))
        }
    }
}
