import Foundation
import Synchronization
import Testing

/// Trials of the built program that end otherwise than well, and what is said of them.
@Suite struct FailureTests {
    private static let long = """
        retry: 0
        train: {data: digits, hidden: [32], epochs: 200, batch_size: 16}
        parameters: {lr: [0.01, 0.003]}
        """

    @Test("a worker that is killed fails its trial alone: how is shown, and only --retry failed trains it again")
    func killed() async throws {
        let undisturbed = try await Self.undisturbed()
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let run = try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { _ in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 2)
                for worker in OtherProcess.workers(in: sweep.folder) { kill(worker, SIGKILL) }
            }
            #expect(run.code == 1, "\(run.messages)")
            #expect(run.messages.contains("1 trial failed; 'sweep show TRIAL' says why"))
            let words = "worker killed by signal 9 (Killed)"
            let status = try await sweep("status", "long").output
            #expect(status.contains("failed") && status.contains(words), "\(status)")
            let failed = try await Self.names(in: "failed", sweep)
            let show = try await sweep("show", try #require(failed.first)).output
            #expect(show.contains("why") && show.contains(words), "\(show)")

            let again = try await sweep("run", "long.yaml")
            #expect(again.code == 1)
            #expect(try await Self.names(in: "failed", sweep) == failed)

            try sweep.write(Self.long.replacing("0.003]", with: "0.003, 0.1]"), to: "long.yaml")
            let retried = try await sweep("run", "long.yaml", "--retry", "failed")
            #expect(retried.code == 0, "\(retried.messages)")
            let none = try await sweep("run", "long.yaml", "--retry", "failed")
            #expect(none.code == 0 && none.messages.contains("No trial of 'long' has failed or timed out."))
            #expect(none.messages.components(separatedBy: "0/0 trials").count == 2, "\(none.messages)")
            #expect(try await Self.names(in: "finished", sweep).count == 2)
            #expect(try await Self.names(in: "pending", sweep).count == 1)
            #expect(try await sweep.measurements(of: "long") == undisturbed)
            let attempts = try await sweep("query", "--json", "SELECT sum(attempts) AS all_of_them FROM trials")
            #expect(attempts.output.filter { !$0.isWhitespace } == "[{\"all_of_them\":3}]", "\(attempts.output)")
        }
    }

    @Test("where every trial diverges there is no result, which the exit code says too")
    func noResult() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                "train: {data: digits, hidden: [8], epochs: 2, optimizer: sgd, lr: 1e30}\nseeds: 2\n", to: "wild.yaml")
            for _ in 0..<2 {
                let run = try await sweep("run", "wild.yaml")
                #expect(run.code == 1)
                #expect(run.messages.contains("There is no result: 2 trials diverged and none finished;"))
            }
        }
    }

    @Test("each attempt at a trial gets its whole time; beyond it the trial is timed out and keeps what it measured")
    func timeOut() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                "retry: 1\ntimeout: 3s\ntrain: {data: digits, hidden: [64], epochs: 100000, batch_size: 16}\n",
                to: "slow.yaml")
            let run = try await sweep("run", "slow.yaml")
            #expect(run.code == 1, "\(run.messages)")
            #expect(run.messages.contains("timed out"), "\(run.messages)")
            #expect(try await Self.names(in: "timed_out", sweep).count == 1)
            #expect(try await !sweep.measurements(of: "slow").isEmpty)
            let attempts = try await sweep(
                "query", "--json", "SELECT count(*) AS full FROM attempts WHERE ended_at - started_at >= 3000")
            #expect(attempts.output.filter { !$0.isWhitespace } == "[{\"full\":2}]", "\(attempts.output)")
        }
    }

    @Test("sweeps that run at once on a new store all end, and each has its own trials")
    func atOnce() async throws {
        try await Program.inTemporaryFolder { sweep in
            let names = ["a", "b", "c"]
            for name in names {
                try sweep.write(
                    "train: {data: digits, hidden: [8], epochs: 2}\nparameters: {lr: [0.1, 0.01]}\n", to: name + ".yaml"
                )
            }
            try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
                for name in names { group.addTask { try await sweep("run", name + ".yaml", "--jobs", "1") } }
                for try await run in group { #expect(run.code == 0, "\(run.messages)") }
            }
            let counts = try await sweep(
                "query", "--json", "SELECT sweep, count(*) AS trials FROM trial_results GROUP BY sweep")
            let expected = names.map { "{\"sweep\":\"\($0)\",\"trials\":2}" }.joined(separator: ",")
            #expect(counts.output.filter { !$0.isWhitespace } == "[\(expected)]", "\(counts.output)")
        }
    }

    @Test("after a kill the next run says whose trials it takes up, and goes on with them at once")
    func takesUp() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let number = Mutex<Int32>(0)
            let killed = try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { process in
                number.withLock { $0 = process }
                try await sweep.wait(for: "1", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                kill(process, SIGKILL)
            }
            #expect(killed.code == 128 + SIGKILL)
            let run = try await sweep("run", "long.yaml")
            #expect(run.code == 0, "\(run.messages)")
            let words = "The run before, process \(number.withLock { $0 }) since "
            #expect(run.messages.contains(words), "\(run.messages)")
            #expect(
                run.messages.contains(
                    "left 1 trial under way (the scheduler or its worker was killed); each goes on from its checkpoint."
                ))
        }
    }

    @Test(
        "a journal torn before its checkpoint costs time and no measurement, and the checkpoint is set aside with a message"
    )
    func tornJournal() async throws {
        let undisturbed = try await Self.undisturbed()
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let stopped = try await sweep.run(["run", "long.yaml", "--jobs", "1"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 2)
                kill(process, SIGTERM)
            }
            #expect(stopped.code == 130, "\(stopped.messages)")
            let attempt = try #require(AttemptFiles.all(in: sweep.folder).first)
            truncate(attempt.journal, 300)
            let run = try await sweep("run", "long.yaml")
            #expect(run.code == 0, "\(run.messages)")
            #expect(
                run.messages.contains("last.safetensors: no training can go on from the checkpoint: '")
                    && run.messages.contains("' ends too early, at byte"),
                "\(run.messages)")
            #expect(try await sweep.measurements(of: "long") == undisturbed)
        }
    }

    /// What the long sweep measures if nothing happens to it.
    private static func undisturbed() async throws -> String {
        var measurements = ""
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            #expect(try await sweep("run", "long.yaml").code == 0)
            measurements = try await sweep.measurements(of: "long")
        }
        return measurements
    }

    /// The trials in a state.
    private static func names(in state: String, _ sweep: Program) async throws -> [String] {
        try await sweep("query", "--json", "SELECT short_name FROM trials WHERE state = '\(state)' ORDER BY short_name")
            .output.components(separatedBy: CharacterSet.alphanumerics.inverted).filter { $0.count == 12 }
    }
}
