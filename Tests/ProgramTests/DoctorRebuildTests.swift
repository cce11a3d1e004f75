import Foundation
import Randomness
import Testing

/// A store that `sweep doctor` makes again from the folders equals the lost one in every row.
@Suite struct DoctorRebuildTests {
    private static let small = """
        name: small
        seeds: 2
        train: {data: digits, hidden: [8], epochs: 3, batch_size: 256}
        parameters: {lr: [0.1, 0.01, 1e30]}
        """
    private static let long = """
        name: long
        train: {data: digits, hidden: [512, 512], epochs: 400, batch_size: 8}
        parameters: {lr: [0.003, 0.002, 0.001]}
        """

    private static func loseStore(_ sweep: Program) {
        for ending in ["", "-wal", "-shm"] { unlink(sweep.folder + "/results/sweeps.sqlite" + ending) }
    }

    /// Loses the store, has it made again, and compares.
    private func rebuild(_ sweep: Program) async throws {
        let before = try StoreDump(of: sweep.folder)
        Self.loseStore(sweep)
        let mended = try await sweep("doctor", "--mend")
        #expect(mended.code == 0, "\(mended.output) \(mended.messages)")
        let after = try StoreDump(of: sweep.folder)
        #expect(before.differences(from: after) == [])
        let doctor = try await sweep("doctor")
        #expect(doctor.code == 0, "\(doctor.output)")
    }

    @Test("of a finished sweep, and of an edited one with trials that are no longer planned")
    func finished() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small, to: "small.yaml")
            #expect(try await sweep("run", "small.yaml").code == 0)
            try await rebuild(sweep)
            try sweep.write(Self.small.replacing("0.01, ", with: ""), to: "small.yaml")
            #expect(try await sweep("run", "small.yaml").code == 0)
            try await rebuild(sweep)
            let planned = try await sweep("query", "SELECT count(*) FROM trials WHERE planned").output
            #expect(planned.hasSuffix("4"), "\(planned)")
        }
    }

    @Test("of a killed run with cancelled trials, one that had begun and one that waited")
    func cancelled() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { process in
                try await sweep.wait(for: "1", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                kill(process, SIGKILL)
            }
            #expect(try await OtherProcess.workersLeave(sweep.folder, within: .seconds(20)))
            for state in ["running", "pending"] {
                let trial = try await sweep(
                    "query", "SELECT short_name FROM trials WHERE state = '\(state)' ORDER BY number DESC LIMIT 1")
                let name = String(try #require(trial.output.split(whereSeparator: \.isWhitespace).last))
                let stop = try await sweep("stop", name)
                #expect(stop.code == 0, "\(stop.messages)")
            }
            let ends = try await sweep("query", "SELECT count(*) FROM attempts WHERE end = 'interrupted'")
            #expect(ends.output.hasSuffix("1"), "\(ends.output)")
            try await rebuild(sweep)
            let states = try await sweep("query", "SELECT count(*) FROM trials WHERE state = 'cancelled'")
            #expect(states.output.hasSuffix("2"), "\(states.output)")
            // What the store has of a trial that does not count is not given up for a damaged journal either.
            let before = try StoreDump(of: sweep.folder)
            let journal = try #require(AttemptFiles.all(in: sweep.folder).first).journal
            let handle = try #require(FileHandle(forWritingAtPath: journal))
            try handle.seek(toOffset: 100)
            try handle.write(contentsOf: Data([0x07]))
            try handle.close()
            let doctor = try await sweep("doctor", "--mend")
            #expect(doctor.output.contains("is damaged at byte"), "\(doctor.output)")
            #expect(before.differences(from: try StoreDump(of: sweep.folder)) == [])
        }
    }

    @Test("of a run killed while a trial that timed out waits for another attempt")
    func timedOut() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long + "\ntimeout: 1s\nretry: 5", to: "long.yaml")
            try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { process in
                try await sweep.wait(for: "1", as: "SELECT min(1, count(*)) FROM attempts WHERE message = 'timed out'")
                kill(process, SIGKILL)
            }
            #expect(try await OtherProcess.workersLeave(sweep.folder, within: .seconds(20)))
            #expect(try await sweep("doctor", "--mend").code == 0)
            try await rebuild(sweep)
            let ended = try await sweep("query", "SELECT count(*) FROM trials WHERE state = 'timed_out'")
            #expect(ended.output.hasSuffix("0"), "\(ended.output)")
        }
    }

    @Test("of a run that was retried and stopped")
    func retried() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            for retry in [[], ["--retry", "cancelled"]] {
                let run = try await sweep.run(["run", "long.yaml", "--jobs", "1"] + retry) { process in
                    try await sweep.wait(for: "1", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                    if retry.isEmpty {
                        let trial = try await sweep("query", "SELECT short_name FROM trials WHERE number = 3")
                        let name = String(trial.output.split(whereSeparator: \.isWhitespace).last ?? "")
                        #expect(try await sweep("stop", name).code == 0)
                    }
                    kill(process, SIGINT)
                }
                #expect(run.code == 130, "\(run.messages)")
                try await rebuild(sweep)
            }
        }
    }

    @Test("however often the doctor is killed meanwhile, and nothing half made is ever in its place")
    func killedDoctor() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small.replacing("seeds: 2", with: "seeds: 8"), to: "small.yaml")
            #expect(try await sweep("run", "small.yaml").code == 0)
            let before = try StoreDump(of: sweep.folder)
            let path = sweep.folder + "/results/sweeps.sqlite"
            var random = RandomStream(seed: 1, .search)
            for _ in 0..<12 {
                Self.loseStore(sweep)
                let delay = Int(random.below(150))
                try await sweep.run(["doctor", "--mend"]) { process in
                    try await Task.sleep(for: .milliseconds(delay))
                    kill(process, SIGKILL)
                }
                guard FileManager.default.fileExists(atPath: path) else { continue }
                let after = try StoreDump(of: sweep.folder)
                #expect(before.differences(from: after) == [], "killed after \(delay) ms")
            }
            Self.loseStore(sweep)
            try await rebuildAgain(sweep, equals: before)
            let names = try FileManager.default.contentsOfDirectory(atPath: sweep.folder + "/results")
            #expect(!names.contains { $0.contains("rebuilt") }, "\(names)")
        }
    }

    private func rebuildAgain(_ sweep: Program, equals before: StoreDump) async throws {
        #expect(try await sweep("doctor", "--mend").code == 0)
        #expect(before.differences(from: try StoreDump(of: sweep.folder)) == [])
    }

    @Test(
        "but for trials whose journals have lost a line, which are trained again to the same values",
        arguments: [false, true])
    func damagedJournal(isGone: Bool) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small, to: "small.yaml")
            #expect(try await sweep("run", "small.yaml").code == 0)
            let before = try await sweep.measurements(of: "small")
            let journal = try #require(AttemptFiles.all(in: sweep.folder).first).journal
            let whole = FileManager.default.contents(atPath: journal)
            if isGone {
                unlink(journal)
            } else {
                let handle = try #require(FileHandle(forWritingAtPath: journal))
                try handle.seek(toOffset: 100)
                try handle.write(contentsOf: Data([0x07]))
                try handle.close()
            }
            // The store has it all still.
            let doctor = try await sweep("doctor")
            #expect(doctor.code == 65)
            let words = isGone ? "is gone" : "is damaged at byte"
            #expect(
                doctor.output.contains(words) && doctor.output.contains("the store has it whole."), "\(doctor.output)")
            let damaged = FileManager.default.contents(atPath: journal)
            let restored = try await sweep("doctor", "--mend")
            #expect(
                restored.code == 0 && restored.output.contains("written again from the store"), "\(restored.output)")
            #expect(FileManager.default.contents(atPath: journal) == whole)
            // Without the store it has not.
            if let damaged { try damaged.write(to: URL(filePath: journal)) } else { unlink(journal) }
            Self.loseStore(sweep)
            let mended = try await sweep("doctor", "--mend")
            #expect(mended.code == 0)
            #expect(mended.output.contains("Mended: set back; 'sweep run' trains it again"), "\(mended.output)")
            let pending = try await sweep("query", "SELECT count(*) FROM trials WHERE state = 'pending'").output
            #expect(pending.hasSuffix("1"), "\(pending)")
            let run = try await sweep("run", "small.yaml")
            #expect(run.code == 0)
            #expect(run.messages.contains("is trained again from where it is sound"), "\(run.messages)")
            #expect(try await sweep.measurements(of: "small") == before)
            let last = try await sweep("doctor")
            #expect(last.code == 0, "\(last.output)")
        }
    }
}
