import Foundation
import Testing

/// A running sweep, told from another terminal what is wanted of it.
@Suite struct ControlTests {
    private static let long = """
        retry: 0
        train: {data: digits, hidden: [64], epochs: 10000, batch_size: 16}
        parameters: {lr: [0.01, 0.003, 0.001, 0.0003]}
        """

    @Test("pauses, goes on, changes its jobs, cancels a trial and stops; and leaves no worker")
    func controls() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let run = try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { _ in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                let pause = try await sweep("pause", "long")
                #expect(pause.code == 0 && pause.messages == "Paused; 'sweep resume long' goes on.")
                try await sweep.wait(for: "0", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                try await sweep("jobs", "long.yaml", "2")
                try await sweep("resume", "long")
                try await sweep.wait(for: "2", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                let trial = try await sweep(
                    "query", "--json", "SELECT short_name FROM trials WHERE state = 'running' LIMIT 1"
                ).output
                let name = trial.components(separatedBy: CharacterSet.alphanumerics.inverted).first { $0.count == 12 }
                let cancel = try await sweep("stop", try #require(name))
                #expect(cancel.code == 0, "\(cancel.messages)")
                #expect(cancel.messages == "The trial \(try #require(name)) is cancelled.")
                let cancelled = try await sweep("query", "SELECT count(*) FROM trials WHERE state = 'cancelled'").output
                #expect(cancelled.hasSuffix("1"), "\(cancelled)")
                let again = try await sweep("stop", try #require(name))
                #expect(again.code == 65 && again.messages.contains("has ended already: cancelled."))
                #expect(try await sweep("stop", "long").code == 0)
            }
            #expect(run.code == 130, "\(run.messages)")
            // Those that were told to wait have lost nothing by it.
            let states = try await sweep("query", "SELECT DISTINCT state FROM trials ORDER BY state").output
            #expect(states.split(whereSeparator: \.isWhitespace).suffix(2) == ["cancelled", "pending"], "\(states)")
            #expect(OtherProcess.workers(in: sweep.folder).isEmpty)
            let late = try await sweep("pause", "long")
            #expect(late.code == 65)
            #expect(late.messages == "'long' is not being run now; 'sweep run long.yaml' runs it.")
        }
    }

    @Test("a run that has been stopped by a signal shows in its sweep's status")
    func stopped() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            _ = try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                #expect(try await sweep("status", "long").messages == "")
                kill(process, SIGSTOP)
                let status = try await sweep("status", "long")
                #expect(
                    status.messages
                        == "The run, process \(process), has been stopped by a signal and does nothing; 'kill -CONT "
                        + "\(process)' lets it go on.")
                kill(process, SIGCONT)
                #expect(try await sweep("stop", "long").code == 0)
            }
        }
    }

    @Test("a second and third signal end workers at once, and a killed scheduler's workers leave by themselves")
    func signals() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let thrice = try await sweep.run(["run", "long.yaml"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                // Stopped workers cannot checkpoint, so only the last word helps.
                for worker in OtherProcess.workers(in: sweep.folder) { kill(worker, SIGSTOP) }
                for _ in 0..<3 { kill(process, SIGINT) }
                while OtherProcess(process).isAlive {
                    kill(process, SIGINT)
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            #expect(thrice.code == 130, "\(thrice.messages)")
            #expect(OtherProcess.workers(in: sweep.folder).isEmpty)
            let killed = try await sweep.run(["run", "long.yaml", "--jobs", "2"]) { process in
                try await sweep.wait(for: "2", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                kill(process, SIGKILL)
            }
            #expect(killed.code == 128 + SIGKILL)
            // They notice at once; what takes time on a busy machine is the checkpoint. After 15 s they would be killed.
            #expect(try await OtherProcess.workersLeave(sweep.folder, within: .seconds(12)))
            for attempt in AttemptFiles.all(in: sweep.folder) {
                let log = (try? String(contentsOfFile: attempt.path + "/log.txt", encoding: .utf8)) ?? ""
                #expect(log.isEmpty, "a worker without a scheduler leaves quietly")
            }
        }
    }

    @Test("a worker that somebody stopped is woken to checkpoint, so that one signal ends the run soon")
    func wakes() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let run = try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                for worker in OtherProcess.workers(in: sweep.folder) { kill(worker, SIGSTOP) }
                kill(process, SIGTERM)
            }
            #expect(run.code == 130, "\(run.messages)")
            // After ten seconds it would have been killed, and its journal would have no end.
            let journal = try #require(AttemptFiles.all(in: sweep.folder).first).journal
            #expect(try String(contentsOfFile: journal, encoding: .utf8).contains("{\"ended\":"))
        }
    }

    @Test("one signal ends a run, however early it comes")
    func earlySignals() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            for delay in stride(from: 0, to: 60, by: 6) {
                let run = try await sweep.run(["run", "long.yaml"]) { process in
                    try await Task.sleep(for: .milliseconds(delay))
                    kill(process, SIGTERM)
                    let giveUp = ContinuousClock.now + .seconds(60)
                    while OtherProcess(process).isAlive, ContinuousClock.now < giveUp {
                        try await Task.sleep(for: .milliseconds(10))
                    }
                    kill(process, SIGKILL)
                }
                #expect([130, 128 + SIGTERM].contains(run.code), "after \(delay) ms: \(run.code) \(run.messages)")
            }
        }
    }

    @Test("a run under nohup outlives its terminal")
    func hangup() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let run = try await sweep.started(by: "trap '' HUP; exec \"$@\"").run(["run", "long.yaml", "--jobs", "1"]) {
                process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                kill(process, SIGHUP)
                try await sweep.waitForMeasurements(of: "dev_loss", count: 5)
                #expect(OtherProcess(process).isAlive)
                kill(process, SIGTERM)
            }
            #expect(run.code == 130, "\(run.messages)")
        }
    }

    @Test("a sweep cannot have the name of the store's files, and no more workers than a file may ask for")
    func refused() async throws {
        try await Program.inTemporaryFolder { sweep in
            for ending in ["", "-wal", "-shm", "-journal"] {
                try sweep.write("name: s.sqlite\(ending)\ntrain: {data: digits, epochs: 1}\n", to: "named.yaml")
                let run = try await sweep("run", "named.yaml", "--store", "s/s.sqlite")
                #expect(run.code == 65)
                #expect(
                    run.messages == "named.yaml:1:7: 'name' is 's.sqlite\(ending)'; the sweep's folder lies beside the "
                        + "store 's/s.sqlite' and cannot have the name of its files.")
            }
            let many = try await sweep("run", "named.yaml", "--jobs", "1025")
            #expect(many.code == 64)
            #expect(many.messages.contains("'--jobs' is 1025; it must be from 1 to 1024."), "\(many.messages)")
            #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/s"), "nothing was made")
        }
    }

    @Test("a stop that comes while a run begins is done, and a signal while it draws ends it with code 130")
    func earlyAndLate() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write("seeds: 1500\ntrain: {data: digits, hidden: [], epochs: 1}\n", to: "many.yaml")
            let run = try await sweep.run(["run", "many.yaml", "--jobs", "1"]) { process in
                while OtherProcess(process).isAlive, try await sweep("stop", "many").code != 0 {}
            }
            // With 0 it would have trained all.
            #expect(run.code == 130, "\(run.messages)")
            // So many that drawing their charts takes a while.
            try sweep.write(
                "seeds: 10\ntrain: {data: digits, hidden: [8], epochs: 3}\nparameters: {lr: [0.1, 0.03, 0.01, 0.003]}\n",
                to: "few.yaml")
            let late = try await sweep.run(["run", "few.yaml"]) { process in
                let charts = sweep.folder + "/results/few/charts"
                while OtherProcess(process).isAlive, !FileManager.default.fileExists(atPath: charts) {
                    try await Task.sleep(for: .milliseconds(1))
                }
                kill(process, SIGTERM)
            }
            #expect(late.code == 130, "\(late.messages)")
            #expect(try await sweep("run", "few.yaml").code == 0)
        }
    }
}
