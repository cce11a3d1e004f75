import Foundation
import Settings
import Sweeps
import Testing

@testable import Workloads

struct WorkloadErrorTests {
    private static let cache = WorkloadCache()

    @Test(arguments: WrongSettings.alone)
    func `says what is wrong`(path: String, value: SettingValue, words: String) {
        #expect(message { _ = try workload(digits([path: value]), cache: Self.cache) } == words)
    }

    @Test func `every setting has its errors in the list`() throws {
        let said = try #require(message { _ = try workload(digits(["?": .int(1)]), cache: Self.cache) })
        let names = try #require(said.split(separator: "there are: ").last).dropLast().components(separatedBy: ", ")
        let covered = Set(WrongSettings.alone.map { $0.0.prefix { $0 != "." } })
        #expect(names.count > 20 && names.filter { !covered.contains($0[...]) } == [])
    }

    @Test(arguments: WrongSettings.together)
    func `says what does not go together`(settings: [String: SettingValue], words: String) {
        #expect(message { _ = try workload(digits(settings), cache: Self.cache) } == words)
    }

    @Test(arguments: WrongSettings.withPictures)
    func `says what cannot be done to pictures`(augmentation: SettingValue, words: String) {
        let configuration = digits([
            "data": ["source": "shapes", "examples": 10, "size": [6, 6]], "augment": [["noise": 0.1], augmentation],
        ])
        #expect(message { _ = try workload(configuration, cache: Self.cache) } == words)
    }

    @Test func `says what is missing`() {
        #expect(
            message { _ = try workload(Configuration(["epochs": .int(1)])) }
                == "'data': it is missing: a built-in name, a path or a mapping.")
        #expect(
            message { _ = try workload(Configuration(["data": .string("digits")])) }
                == "'epochs': it is missing; it must be a whole number of at least 1.")
    }

    @Test(arguments: [
        (
            Objective(metric: "dev_acuracy"),
            "'metric.name' is 'dev_acuracy'; no such metric; did you mean "
                + "'dev_accuracy'?"
        ),
        (
            Objective(metric: "test_accuracy"),
            "'metric.name' is 'test_accuracy'; the test set is for the last word "
                + "alone, not to choose by; there are: \(WrongSettings.metricsOfClasses)."
        ),
        (
            Objective(metric: "grad_norm", goal: .minimize),
            "'metric.name' is 'grad_norm'; it must be a metric of whole "
                + "sets; there are: \(WrongSettings.metricsOfClasses)."
        ),
        (
            Objective(metric: "dev_loss"),
            "'metric.goal' is 'maximize'; dev_loss is better the smaller it is; write "
                + "minimize."
        ),
        (
            Objective(goal: .minimize),
            "'metric.goal' is 'minimize'; dev_accuracy is better the larger it is; write "
                + "maximize."
        ),
    ])
    func `says why trials cannot be judged so`(objective: Objective, words: String) {
        #expect(message { _ = try workload(digits(), objective, cache: Self.cache) } == words)
    }

    @Test(arguments: WrongSettings.withNumbers)
    func `says what does not go with numbers`(path: String, value: SettingValue, words: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("n.csv", "x,y\n" + (0..<10).map { "\($0),\(Double($0) + 0.5)\n" }.joined())
        let configuration = digits(["data": .string("n.csv"), path: value])
        let objective = Objective(metric: "dev_loss", goal: .minimize)
        #expect(message { _ = try workload(configuration, objective, folder: folder.path) } == words)
        #expect(
            message { _ = try workload(digits(["data": .string("n.csv")]), folder: folder.path) }
                == "'metric.name' is 'dev_accuracy'; 'n.csv' has numbers to predict (regression), which has no "
                + "accuracy; there are: \(WrongSettings.metricsOfNumbers).")
    }

    @Test func `errors in data files carry file and row`() throws {
        let folder = try TemporaryFolder()
        try folder.write("bad.csv", "x,y\n1,a\n,b\n")
        #expect(
            message { _ = try workload(digits(["data": .string("bad.csv")]), folder: folder.path) }
                == "\(folder.path)/bad.csv:3: column 'x' is ''; a value is missing; fill it in or leave the row out.")
    }

    @Test func `weights to start from must fit the network`() throws {
        let folder = try TemporaryFolder()
        try folder.write("w.safetensors", "no safetensors")
        let said = message {
            _ = try workload(digits(["init": .string("w.safetensors")]), folder: folder.path)
        }
        #expect(said?.hasPrefix("\(folder.path)/w.safetensors: not a whole safetensors file: ") == true)
        let attempt = try folder.folder("a")
        _ = try workload(digits()).train(seed: 1, attempt: Recorder().attempt(attempt))
        let other = digits(["init": .string("a/best.safetensors"), "hidden": .list([.int(4)])])
        #expect(
            message { _ = try workload(other, folder: folder.path) }
                == "\(attempt)/best.safetensors: tensor 'layers.0.weight' has the shape [10, 64]; it must be [4, 64].")
    }
}
