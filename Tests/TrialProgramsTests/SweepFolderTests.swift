import Foundation
import Settings
import SweepFiles
import SweepPlanning
import SweepRuns
import Sweeps
import Testing
import Workloads

@testable import TrialPrograms

/// The sweep files that come with the program.
struct SweepFolderTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "sweeps")

    private static var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".yaml") }
    }

    @Test func `every sweep file can be planned, bears its file's name and asks a question`() throws {
        #expect(Self.names.count >= 8)
        let cache = WorkloadCache()
        let folder = FileManager.default.temporaryDirectory.appending(path: "sweep-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["data", "programs"] {
            try FileManager.default.copyItem(at: Self.folder.appending(path: name), to: folder.appending(path: name))
        }
        for name in Self.names {
            let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            // Large pictures take long to draw, and whether the settings are right does not hang on their size.
            let small = text.replacing("size: [224, 224]", with: "size: [8, 8]")
            let path = folder.appending(path: name).path
            try small.write(toFile: path, atomically: true, encoding: .utf8)
            let prepared = try PreparedSweep(file: path, cache: cache)
            #expect("\(prepared.sweep.name).yaml" == name)
            #expect(prepared.notes == [] && prepared.sweep.description != nil)
            #expect(text.split(separator: "\n").first?.hasSuffix("?") == true, "\(name)")
        }
    }

    @Test func `the cats and dogs are the published nine trials`() throws {
        let file = try SweepFile.read(path: Self.folder.appending(path: "cats-and-dogs.yaml").path)
        let trials = try TrialPlan(file.sweep) { _ in "data" }.trials
        let rmsprop: SettingValue = [
            "name": "rmsprop", "alpha": 0.9, "eps": 1e-6, "eps_inside_sqrt": true, "bias_correction": true,
        ]
        func hyperbola(_ rate: Double) -> SettingValue { ["name": "hyperbola", "rate": .number(rate)] }
        let expected: [(size: Int, optimizer: SettingValue, rate: Double, decay: SettingValue)] = [
            (8, "sgd", 1e-3, "constant"), (64, "sgd", 1e-3, "constant"), (128, "sgd", 1e-3, "constant"),
            (2000, "sgd", 1e-3, "constant"), (64, "momentum", 1e-3, "constant"), (64, rmsprop, 1e-5, "constant"),
            (64, "adam", 1e-5, "constant"), (64, "adam", 1e-5, hyperbola(0.2)), (64, "adam", 1e-5, hyperbola(0.005)),
        ]
        let shared: [String: SettingValue] = [
            "data": [
                "source": "shapes", "examples": 2500, "size": [224, 224], "noise": 0.3, "standardize": false,
            ],
            "hidden": [30, 20, 20], "shuffle": "once", "epochs": 100,
        ]
        #expect(trials.count == 9 && trials.allSatisfy { $0.seed == 1 })
        for (trial, expected) in zip(trials, expected) {
            let own: [String: SettingValue] = [
                "batch_size": .int(expected.size), "optimizer": expected.optimizer, "lr": .number(expected.rate),
                "decay": expected.decay,
            ]
            #expect(trial.configuration.settings == shared.merging(own) { first, _ in first })
        }
    }
}
