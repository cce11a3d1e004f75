import Foundation
import Networks
import Optimizers
import Settings
import SweepFiles
import SweepPlanning
import SweepRuns
import Sweeps
import Testing
import TextReports
import Training
import Workloads

@testable import TrialPrograms

/// From the text of a sweep file to a trained network, for every value of every setting.
@Suite("Every setting of the training core")
struct EverySettingTests {
    private static let cache = WorkloadCache()
    private let files: SettingsFolder
    private var folder: String { files.path }

    init() throws {
        files = try SettingsFolder()
    }

    @Test("trains from a sweep file, otherwise than without it unless it is the default", arguments: EverySetting.all)
    func trains(_ example: EverySetting.Case) throws {
        let measured = try train(example.settings)
        #expect(measured["train_loss"]?.values.allSatisfy { $0.isFinite } == true)
        var plain = example
        plain.value = example.plain ?? EverySetting.base[example.key] ?? ""
        #expect((measured != (try train(plain.settings))) == example.trainsOtherwise)
    }

    @Test("comes to its default where it is not written", arguments: EverySetting.standard)
    func defaults(_ example: EverySetting.Case) throws {
        var settings = try configuration(example.settings)
        let written = settings.removeValue(forKey: example.key)
        let value = try #require(written)
        let defaults = Workload.defaults(
            of: Configuration(settings), among: [example.key, "epochs"], folder: folder, cache: Self.cache)
        #expect(defaults[example.key]?.description == value.description)
        #expect(defaults.count == 1)
    }

    @Test("has a default in every trainable configuration, but for the data and the epochs")
    func allDefaults() throws {
        let known = try names(refusing: ["zzzzzzzzzz": 1])
        let base = try Configuration(configuration(["data": "two.csv", "epochs": "1"]))
        let defaults = Workload.defaults(of: base, among: known, folder: folder, cache: Self.cache)
        #expect(known.subtracting(defaults.keys) == ["data", "epochs"])
        #expect(defaults["loss"] == "bce_with_logits")
        #expect(defaults.filter { $0.value == "none" }.keys.sorted() == ["clip_norm", "clip_value", "early_stopping"])
        let sgd = try Configuration(
            configuration(["data": "moons", "epochs": "1", "optimizer": "rmsprop", "decay": "plateau"]))
        let options = Workload.defaults(
            of: sgd, among: ["lr", "optimizer.eps_inside_sqrt", "optimizer.beta", "decay.metric", "data.noise"],
            folder: folder, cache: Self.cache)
        #expect(options["lr"] == 0.01)
        #expect(options["optimizer.eps_inside_sqrt"] == false)
        #expect(options["optimizer.beta"] == nil)
        #expect(options["decay.metric"] == "dev_loss")
        #expect(options["data.noise"] != nil)
    }

    @Test("is planned alike from the file that 'sweep best --yaml' writes", arguments: EverySetting.all)
    func bestYAML(_ example: EverySetting.Case) throws {
        let prepared = try prepare(text(example.settings))
        var winner = Sweep(name: "winner")
        winner.objective = prepared.sweep.objective
        winner.fixedSettings = try #require(prepared.plan.configurations.first)
        let again = try prepare(SweepFileText(winner, comment: nil).text)
        #expect(again.plan.configurations == prepared.plan.configurations)
        #expect(again.plan.trials == prepared.plan.trials)
        #expect(again.sweep.objective == prepared.sweep.objective)
    }

    @Test("is in the list, and so is each of its kinds")
    func kinds() throws {
        let listed = Dictionary(grouping: EverySetting.all, by: \.key)
        let known = try names(refusing: ["zzzzzzzzzz": 1])
        #expect(known.count > 20)
        #expect(known.subtracting(listed.keys) == [])
        for (key, kinds) in [
            "optimizer": OptimizerKind.names, "decay": ScheduleKind.names, "activation": Activation.names,
            "loss": LossKind.names, "precision": Precision.names, "shuffle": Shuffle.names,
            "init": Initialization.names,
        ] {
            let values = try (listed[key] ?? []).map { try setting($0) }
            let written = Set(values.compactMap { $0.asMapping?["name"]?.text })
            #expect(Set(kinds).subtracting(written) == [], "\(key)")
        }
        for augmentation in AugmentationKind.names {
            #expect(listed["augment"]?.contains { $0.value.hasPrefix("[{\(augmentation):") } == true, "\(augmentation)")
        }
    }

    @Test(
        "is in the list with each option of each of its kinds",
        arguments: ["optimizer", "decay", "loss", "early_stopping", "param_groups"])
    func options(_ key: String) throws {
        var written: [String: Set<String>] = [:]
        var known: [String: Set<String>] = [:]
        for example in EverySetting.all where example.key == key {
            var value = try setting(example)
            if case .list(let elements) = value {
                guard let first = elements.first else { continue }
                value = first
            }
            var entries = try #require(value.asMapping)
            let name = entries["name"]?.text ?? key
            written[name, default: []].formUnion(entries.keys)
            entries["zzzzzzzzzz"] = 1
            var settings = try configuration(example.settings)
            settings[key] = key == "param_groups" ? [.mapping(entries)] : .mapping(entries)
            known[name] = try names(refusing: settings)
        }
        #expect(!known.isEmpty)
        for (name, options) in known {
            #expect(options.subtracting(written[name] ?? []).subtracting(["name"]) == [], "\(name)")
        }
    }

    // MARK: Ways there

    private func text(_ settings: [String: String]) -> String {
        "train:\n" + settings.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)\n" }.joined()
    }

    private func prepare(_ text: String) throws -> PreparedSweep {
        let path = "\(folder)/\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        return try PreparedSweep(file: path, cache: Self.cache)
    }

    private func configuration(_ settings: [String: String]) throws -> [String: SettingValue] {
        try SweepFile(text: text(settings), path: "\(folder)/x.yaml").sweep.fixedSettings.settings
    }

    private func setting(_ example: EverySetting.Case) throws -> SettingValue {
        try #require(configuration(example.settings)[example.key])
    }

    /// The values by metric and step, without the times.
    private func train(_ settings: [String: String]) throws -> [String: [Int: Double]] {
        let prepared = try prepare(text(settings))
        let workload = try Workload(
            configuration: #require(prepared.plan.configurations.first), objective: prepared.sweep.objective,
            folder: folder, cache: Self.cache)
        var values: [String: [Int: Double]] = [:]
        let attempt = "\(folder)/\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: attempt, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: attempt) }
        let end = try workload.train(
            seed: 1,
            attempt: TrainingAttempt(
                folder: attempt, identity: "t",
                report: { run in
                    // Groups have names of their own for rates, also where these are the usual ones.
                    guard run.metric != "epoch_seconds", !run.metric.hasPrefix("lr") else { return }
                    for (index, value) in run.values.enumerated() {
                        values[run.metric, default: [:]][run.firstStep + index] = value
                    }
                }))
        #expect(end == .finished)
        return values
    }

    /// The names that are known where these settings have one that is not.
    private func names(refusing settings: [String: SettingValue]) throws -> Set<String> {
        var all = try configuration(EverySetting.base)
        all.merge(settings) { $1 }
        let error = try #require(throws: SettingError.self) {
            try Workload(
                configuration: Configuration(all), objective: Objective(metric: "train_loss", goal: .minimize),
                folder: folder, cache: Self.cache)
        }
        let list = try #require(error.rule.components(separatedBy: "there are: ").last)
        return Set(list.components(separatedBy: ", "))
    }
}

extension EverySetting.Case: CustomTestStringConvertible {
    var testDescription: String { "\(key): \(value)" }

    /// All settings, in YAML.
    var settings: [String: String] {
        EverySetting.base.merging(others) { $1 }.merging(value.isEmpty ? [:] : [key: value]) { $1 }
    }
}
