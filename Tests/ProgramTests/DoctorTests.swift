import Foundation
import GRDB
import Testing

/// `sweep doctor` on stores of the built program that something happened to.
@Suite struct DoctorTests {
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
                let list = try await sweep("list")
                #expect(list.code == 65)
                #expect(
                    list.messages
                        == "There is no store at 'results/sweeps.sqlite', but there are folders of sweeps beside "
                        + "it; 'sweep doctor --mend' makes it anew from them.")
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

    @Test("what is wrong in the store's rows, its folders and its checkpoints is found and mended")
    func content() async throws {
        try await withFinishedSweep { sweep in
            let before = try StoreDump(of: sweep.folder)
            let trials = sweep.folder + "/results/small/trials"
            let store = try DatabaseQueue(path: sweep.folder + "/results/sweeps.sqlite")
            try await store.write {
                try $0.execute(
                    sql: """
                        DELETE FROM measurement_points WHERE trial = 1;
                        DELETE FROM summaries WHERE trial = 2;
                        UPDATE measurement_runs SET count = 1, value_bytes = x'0000003F' WHERE trial = 3;
                        """)
            }
            try store.close()
            let attempts = AttemptFiles.all(in: sweep.folder)
            try FileManager.default.removeItem(atPath: attempts[0].path + "/../trial.json")
            try FileManager.default.removeItem(atPath: trials + "/../sweep.json")
            try sweep.write("mine", to: "results/small/trials/notes.txt")
            try Data("torn".utf8).write(to: URL(filePath: attempts[0].checkpoint))
            let best = attempts.map { $0.path + "/best.safetensors" }.filter(FileManager.default.fileExists(atPath:))
            try FileManager.default.removeItem(atPath: best[1])
            try FileManager.default.copyItem(atPath: best[0], toPath: best[1])
            let doctor = try await sweep("doctor")
            #expect(doctor.code == 65)
            for words in [
                "the store does not say what the folder of", "and 2 more says.", "'sweep.json' is gone or damaged.",
                "does not say which trial it is of.", "the checkpoint is damaged",
                "the checkpoint is of another training",
            ] { #expect(doctor.output.contains(words), "\(words): \(doctor.output)") }
            #expect(!doctor.output.contains("notes.txt"))
            let mended = try await sweep("doctor", "--mend")
            #expect(mended.code == 0, "\(mended.output)")
            #expect(before.differences(from: try StoreDump(of: sweep.folder)) == [])
            #expect(try await sweep("doctor").code == 0)
        }
    }

    @Test("a trial that is set back leaves no checkpoint that counts on what is lost")
    func setBack() async throws {
        try await withFinishedSweep { sweep in
            let before = try await content(sweep)
            let store = try DatabaseQueue(path: sweep.folder + "/results/sweeps.sqlite")
            try await store.write {
                try $0.execute(
                    sql: "DELETE FROM measurement_points; DELETE FROM measurement_runs; DELETE FROM summaries")
            }
            try store.close()
            let attempt = try #require(AttemptFiles.all(in: sweep.folder).first { $0.isFinished })
            var journal = try Data(contentsOf: URL(filePath: attempt.journal))
            journal[100] = 7
            try journal.write(to: URL(filePath: attempt.journal))
            let mended = try await sweep("doctor", "--mend")
            #expect(mended.code == 0)
            for words in [
                "and the store lacks it too", "no training can go on from the checkpoint: '", ".unproven'",
            ] { #expect(mended.output.contains(words), "\(words): \(mended.output)") }
            let doctor = try await sweep("doctor")
            #expect(doctor.code == 0, "\(doctor.output)")
            #expect(try await sweep("run", "small.yaml").code == 0)
            let measurements = try await sweep.measurements(of: "small")
            #expect(before.hasSuffix(measurements))
        }
    }

    @Test("trials that an interrupted rebuild left without what they measured are found and mended")
    func halfRebuilt() async throws {
        try await withFinishedSweep { sweep in
            let before = try StoreDump(of: sweep.folder)
            let store = try DatabaseQueue(path: sweep.folder + "/results/sweeps.sqlite")
            try await store.write {
                try $0.execute(
                    sql: """
                        DELETE FROM attempts; DELETE FROM measurement_points; DELETE FROM measurement_runs;
                        DELETE FROM summaries;
                        UPDATE trials SET state = 'pending', attempts = 0, message = NULL, started_at = NULL,
                                          ended_at = NULL
                        """)
            }
            try store.close()
            let doctor = try await sweep("doctor", "--mend")
            #expect(doctor.code == 0)
            #expect(doctor.output.contains("3 trials read again from the journals"), "\(doctor.output)")
            #expect(before.differences(from: try StoreDump(of: sweep.folder)) == [])
        }
    }

    @Test("what is no store of sweeps stays where it is, and without folders none is made")
    func foreign() async throws {
        try await withFinishedSweep { sweep in
            let path = sweep.folder + "/results/other.sqlite"
            let other = try DatabaseQueue(path: path)
            try await other.write { try $0.execute(sql: "CREATE TABLE x (a)") }
            try other.close()
            let foreign = try await sweep("doctor", "--mend", "--store", "results/other.sqlite")
            #expect(foreign.code == 65)
            #expect(foreign.messages.contains("another program made this database"), "\(foreign.messages)")
            let names = try FileManager.default.contentsOfDirectory(atPath: sweep.folder + "/results")
            #expect(!names.contains { $0.contains("damaged") }, "\(names)")
            let nothing = try await sweep("doctor", "--mend", "--store", "nowhere/s.sqlite")
            #expect(nothing.code == 65 && nothing.messages.contains("There is no store at"), "\(nothing.messages)")
            #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/nowhere"))
        }
    }

    @Test("folders that do not say of which sweep they are are named, and a run takes them in")
    func nameless() async throws {
        try await withFinishedSweep { sweep in
            let before = try await content(sweep)
            try Data().write(to: URL(filePath: sweep.folder + "/results/sweeps.sqlite"))
            try FileManager.default.removeItem(atPath: sweep.folder + "/results/small/sweep.json")
            let doctor = try await sweep("doctor", "--mend")
            #expect(doctor.code == 65)
            #expect(doctor.output.contains("is empty, and no folder beside it says of which sweep it is."))
            #expect(doctor.output.contains("'results/small/sweep.json', which says whose the folder's 3 trials are"))
            #expect(try await sweep("run", "small.yaml").code == 0)
            let after = try await content(sweep)
            #expect(after == before)
        }
    }

    @Test("a run after a crash refuses a damaged store and says what helps", arguments: [0.2, 0.5, 0.9])
    func damagedAfterCrash(place: Double) async throws {
        try await withFinishedSweep { sweep in
            try "process 1".write(toFile: sweep.folder + "/results/small/lock", atomically: true, encoding: .utf8)
            let path = sweep.folder + "/results/sweeps.sqlite"
            let handle = try #require(FileHandle(forWritingAtPath: path))
            let end = try handle.seekToEnd()
            try handle.seek(toOffset: UInt64(place * Double(end)) / 4_096 * 4_096)
            try handle.write(contentsOf: Data(repeating: 0x5A, count: 8_192))
            try handle.close()
            let run = try await sweep("run", "small.yaml")
            #expect(run.code == 65, "\(run.messages)")
            #expect(run.messages.contains("damaged") && run.messages.contains("'sweep doctor --mend'"))
        }
    }
}
