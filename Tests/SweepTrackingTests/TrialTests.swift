import Foundation
import Testing

@testable import SweepTracking

@Suite("Tracking from Swift")
struct TrialTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "tracking-\(UUID().uuidString)")

    /// A trial with this configuration.
    private func trial(
        _ configuration: String = "{}", _ variables: [String: String] = [:],
        _ body: (Trial, _ metrics: () throws -> String) throws -> Void
    ) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "config.json")
        try Data(configuration.utf8).write(to: file)
        let metrics = folder.appending(path: "metrics.jsonl")
        var environment = [
            "SWEEP_METRICS": metrics.path, "SWEEP_CONFIG": file.path, "SWEEP_TRIAL": "3f2a9c0d1e4b", "SWEEP_SEED": "7",
            "SWEEP_TRIAL_DIR": folder.appending(path: "files").path,
            "SWEEP_CHECKPOINT_DIR": folder.appending(path: "checkpoints").path,
        ]
        environment.merge(variables) { $1 }
        try body(try #require(try Trial(environment: environment))) { try String(contentsOf: metrics, encoding: .utf8) }
    }

    @Test("outside a sweep there is no trial")
    func outside() throws {
        #expect(try Trial(environment: ["PATH": "/bin"]) == nil)
    }

    @Test("a trial tells its seed, its folders and whether it goes on")
    func trial() throws {
        try trial { trial, _ in
            #expect(trial.name == "3f2a9c0d1e4b")
            #expect(trial.seed == 7)
            #expect(!trial.isResumed)
            #expect(trial.checkpointFolder.lastPathComponent == "checkpoints")
            #expect(trial.folder.lastPathComponent == "files")
        }
        try trial("{}", ["SWEEP_RESUME": "1"]) { trial, _ in #expect(trial.isResumed) }
    }

    @Test("a configuration has every kind of value, and Python's numbers")
    func configuration() throws {
        let text = #"{"a": 1, "b": 1.5, "c": "x", "d": [true, null], "e": {"f": Infinity}, "g": -Infinity, "h": 1e-05}"#
        try trial(text) { trial, _ in
            #expect(trial.configuration["a"]?.int == 1)
            #expect(trial.configuration["a"]?.number == 1)
            #expect(trial.configuration["b"] == .double(1.5))
            #expect(trial.configuration["c"]?.text == "x")
            #expect(trial.configuration["d"]?.list == [.bool(true), .null])
            #expect(trial.configuration["e"]?["f"]?.number == .infinity)
            #expect(trial.configuration["g"]?.number == -.infinity)
            #expect(trial.configuration["h"]?.number == 1e-5)
            let own = try trial.configuration(as: Own.self)
            #expect(own.a == 1 && own.c == "x")
        }
    }

    @Test("each log is one line, with Python's words for what is no number of JSON")
    func log() throws {
        try trial { trial, metrics in
            trial.log(["b": 2, "a\"": .nan, "step": 9], step: 3, epoch: 1)
            trial.log(["c": -.infinity])
            trial.finish()
            trial.log(["d": 1])
            let lines = try metrics().split(separator: "\n").map { $0.replacing(#/"_at": [0-9.]+(, )?/#, with: "") }
            #expect(lines == [#"{"step": 3, "epoch": 1, "a\"": NaN, "b": 2.0}"#, #"{"c": -Infinity}"#])
        }
    }

    @Test("what is missing or wrong is said")
    func wrong() throws {
        #expect(throws: TrackingError("the variable SWEEP_TRIAL is not set, though SWEEP_METRICS is")) {
            try Trial(environment: ["SWEEP_METRICS": "/dev/null"])
        }
        #expect(throws: TrackingError("SWEEP_SEED is 'x'; it is a whole number")) {
            try trial("{}", ["SWEEP_SEED": "x"]) { _, _ in }
        }
        #expect(throws: TrackingError.self) { try trial("[") { _, _ in } }
    }
}

private struct Own: Decodable {
    let a: Int
    let c: String
}
