import Foundation
import Testing

/// `sweep doctor` on stores of the built program that something happened to.
@Suite(.serialized) struct DoctorTests {
    private static let small = """
        train: {data: digits, hidden: [8], epochs: 2, batch_size: 256}
        parameters: {lr: [0.1, 0.01, 1e30]}
        """

    private func withFinishedSweep(_ body: (Program) async throws -> Void) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small, to: "small.yaml")
            let run = try await sweep("run", "small.yaml")
            #expect(run.code == 0, "\(run.messages)")
            try await body(sweep)
        }
    }

    /// What a store says of the trials, apart from times.
    private func content(_ sweep: Program) async throws -> String {
        let trials = try await sweep(
            "query",
            "SELECT number, trial, configuration, seed, state, best, last, attempts, message FROM trial_results")
        return try await trials.output + sweep.measurements(of: "small")
    }

    @Test("a sound store is said to be sound")
    func sound() async throws {
        try await withFinishedSweep { sweep in
            let doctor = try await sweep("doctor")
            #expect(doctor.code == 0)
            #expect(doctor.output == "The store 'results/sweeps.sqlite' is sound: 1 sweep, 3 trials.")
        }
    }

    @Test("a store that is gone is made anew from the folders, with every value", arguments: [true, false])
    func gone(isDamaged: Bool) async throws {
        try await withFinishedSweep { sweep in
            let before = try await content(sweep)
            let path = sweep.folder + "/results/sweeps.sqlite"
            if isDamaged {
                let handle = try #require(FileHandle(forWritingAtPath: path))
                try handle.seek(toOffset: 8_192)
                try handle.write(contentsOf: Data(repeating: 0x5A, count: 60_000))
                try handle.close()
            } else {
                try FileManager.default.removeItem(atPath: path)
            }
            let doctor = try await sweep("doctor")
            #expect(doctor.code == 65)
            #expect(doctor.output.contains(isDamaged ? "is damaged" : "There is no store at 'results/sweeps.sqlite'"))
            #expect(FileManager.default.fileExists(atPath: path) == isDamaged)
            let mended = try await sweep("doctor", "--mend")
            #expect(mended.code == 0, "\(mended.output) \(mended.messages)")
            #expect(mended.output.contains("made anew from the folders with 1 sweep, 3 trials"))
            let after = try await content(sweep)
            #expect(after == before)
            let again = try await sweep("run", "small.yaml")
            #expect(again.code == 0)
            let kept = try await content(sweep)
            #expect(kept == before)
        }
    }

    @Test("trials that 'run' although nobody runs them are set right, and what killed writers left is removed")
    func stale() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                "train: {data: digits, hidden: [64], epochs: 400, batch_size: 16}\n", to: "long.yaml")
            try await sweep.run(["run", "long.yaml"]) { process in
                try await sweep.wait(for: "1", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                kill(process, SIGKILL)
            }
            #expect(try await OtherProcess.workersLeave(sweep.folder, within: .seconds(20)))
            let attempt = try #require(AttemptFiles.all(in: sweep.folder).first)
            try Data().write(to: URL(filePath: attempt.checkpoint + ".partial"))
            let doctor = try await sweep("doctor")
            #expect(doctor.code == 65)
            #expect(doctor.output.contains("long: 1 trial 'running', but nobody runs the sweep."))
            #expect(doctor.output.contains("long: 1 file of writers that were killed."))
            let mended = try await sweep("doctor", "--mend")
            #expect(mended.code == 0, "\(mended.output)")
            let after = try await sweep("doctor")
            #expect(after.output == "The store 'results/sweeps.sqlite' is sound: 1 sweep, 1 trial.")
        }
    }

    @Test("a run after a crash refuses a damaged store and says what helps")
    func damagedAfterCrash() async throws {
        try await withFinishedSweep { sweep in
            try "process 1".write(toFile: sweep.folder + "/results/small/lock", atomically: true, encoding: .utf8)
            let path = sweep.folder + "/results/sweeps.sqlite"
            let handle = try #require(FileHandle(forWritingAtPath: path))
            let end = try handle.seekToEnd()
            try handle.seek(toOffset: end - 8_192)
            try handle.write(contentsOf: Data(repeating: 0x5A, count: 8_192))
            try handle.close()
            let run = try await sweep("run", "small.yaml")
            #expect(run.code == 65, "\(run.messages)")
            #expect(run.messages.contains("damaged"))
        }
    }
}
