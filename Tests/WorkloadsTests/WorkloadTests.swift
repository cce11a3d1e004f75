import Datasets
import Settings
import Sweeps
import Testing

@testable import Workloads

struct WorkloadTests {
    private let folder: TemporaryFolder
    private let cache = WorkloadCache()

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `the summary says what a configuration comes to`() throws {
        let summary = try workload(digits(["hidden": .list([.int(64), .int(32)])]), cache: cache).summary
        #expect(summary.dataName == "digits")
        #expect(summary.task == .classification(classNames: (0...9).map(String.init)))
        #expect(summary.trainingExamples == 1438 && summary.devExamples == 359 && summary.testExamples == 0)
        #expect(summary.features == 64 && summary.classes == 10)
        #expect(summary.parameters == (64 + 1) * 64 + (64 + 1) * 32 + (32 + 1) * 10)
        #expect(summary.stepsPerEpoch == 23 && summary.epochs == 2 && summary.totalSteps == 46)
    }

    @Test func `batch normalisation adds two parameters per hidden unit`() throws {
        let plain = try workload(digits(["hidden": .list([.int(8)])]), cache: cache).summary
        let normal = try workload(digits(["hidden": .list([.int(8)]), "batch_norm": .bool(true)]), cache: cache).summary
        #expect(normal.parameters == plain.parameters + 16)
    }

    @Test(arguments: [
        (SettingValue.int(1), 1438), (.int(1438), 1), (.int(5000), 1), (.string("full"), 1), (.int(1437), 2),
    ])
    func `steps per epoch follow the batch size`(size: SettingValue, steps: Int) throws {
        #expect(try workload(digits(["batch_size": size]), cache: cache).summary.stepsPerEpoch == steps)
    }

    @Test func `a batch that no data can fill is said to mean all of them`() throws {
        func notes(_ size: Int) throws -> [String] {
            try workload(digits(["batch_size": .int(size)]), cache: cache).summary.settingNotes
        }
        #expect(try notes(1438).isEmpty)
        #expect(
            try notes(1439) == [
                "'batch_size' 1439 is more than the 1438 training examples and means all of them, as full does."
            ])
    }

    @Test func `two classes take one output, more take one each, numbers one`() throws {
        func parameters(_ target: String, loss: String? = nil) throws -> Int {
            try folder.write("t.csv", "x,y\n" + target.split(separator: " ").map { "1,\($0)\n" }.joined())
            let settings: [String: SettingValue] = [
                "data": .mapping(["source": .string("t.csv"), "dev_fraction": .int(0)]), "epochs": .int(1),
            ]
            var configuration = Configuration(settings)
            if let loss { configuration.set("loss", .string(loss)) }
            let goal = Objective(metric: "train_loss", goal: .minimize)
            return try workload(configuration, goal, folder: folder.path, cache: cache).summary.parameters
        }
        #expect(try parameters("a b a") == 2)
        #expect(try parameters("a b a", loss: "cross_entropy") == 4)
        #expect(try parameters("a b c") == 6)
        #expect(try parameters("0.5 1 2") == 2)
    }

    @Test func `the fingerprint is the same for every seed and follows data and weights to start from`() throws {
        let first = try workload(digits(), cache: cache).summary.fingerprint
        #expect(try workload(digits(["lr": .double(0.1)]), cache: cache).summary.fingerprint == first)
        #expect(
            try workload(digits(["data.dev_fraction": .double(0.3)]), cache: cache).summary.fingerprint != first)
        func started(seed: Int) throws -> String {
            let recorder = Recorder()
            let attempt = try folder.folder("attempt.\(seed)")
            _ = try workload(digits(), cache: cache).train(seed: seed, attempt: recorder.attempt(attempt))
            let configuration = digits(["init": .string("attempt.\(seed)/best.safetensors")])
            return try workload(configuration, folder: folder.path, cache: cache).summary.fingerprint
        }
        let (one, two) = (try started(seed: 1), try started(seed: 2))
        #expect(one != first && two != first && one != two)
    }

    @Test func `without an objective, trials are judged by accuracy, and for numbers by RMSE`() throws {
        try folder.write("n.csv", "x,y\n1,0.5\n2,1.5\n3,2\n4,8\n5,9\n")
        let numbers = Configuration(["data": .string("n.csv")])
        #expect(
            try Workload.defaultObjective(for: numbers, folder: folder.path, cache: cache)
                == Objective(metric: "dev_rmse", goal: .minimize))
        let alone = Configuration(["data": ["source": "n.csv", "dev_fraction": 0]])
        #expect(
            try Workload.defaultObjective(for: alone, folder: folder.path, cache: cache)
                == Objective(metric: "train_rmse", goal: .minimize))
        #expect(
            try Workload.defaultObjective(for: digits(), folder: "", cache: cache)
                == Objective(metric: "dev_accuracy", goal: .maximize))
        #expect(
            message { _ = try Workload.defaultObjective(for: Configuration(), folder: "", cache: cache) }
                == "'data': it is missing: a built-in name, a path or a mapping.")
    }

    @Test func `a thousand configurations are checked in no time`() throws {
        let clock = ContinuousClock()
        _ = try workload(digits(), cache: cache)
        let time = try clock.measure {
            for index in 0..<1_000 {
                let configuration = digits([
                    "hidden": .list([.int(index % 7 + 1), .int(32)]), "lr": .double(1e-4 * Double(index + 1)),
                    "optimizer": .string("adamw"), "optimizer.betas": .list([.double(0.9), .double(0.99)]),
                    "decay": .mapping(["name": .string("hyperbola"), "rate": .double(0.2)]),
                ])
                _ = try workload(configuration, cache: cache)
            }
        }
        // A debug build on a busy machine takes about 0.2 s for these; reading the data each time would take minutes.
        #expect(time < .seconds(30))
    }
}
