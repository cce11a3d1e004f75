import Foundation
import Testing

/// Whole runs of the built program.
@Suite struct RunTests {
    private static let small = """
        seeds: 2
        train: {data: digits, hidden: [16], epochs: 3, batch_size: 128}
        parameters: {optimizer: [sgd, adam], lr: [0.1, 0.01]}
        """
    /// Long enough to be caught in mid-trial.
    private static let long = """
        seeds: 1
        train: {data: digits, hidden: [64], epochs: 40, batch_size: 16, dropout: 0.2}
        parameters: {optimizer: [adam, {name: sgd, momentum: 0.9}], lr: [0.01, 0.003]}
        """

    @Test("trains every trial, ranks them, and has nothing to do the second time")
    func trainsOnce() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small, to: "small.yaml")
            let plan = try await sweep("plan", "small.yaml")
            #expect(plan.code == 0 && plan.output.hasPrefix("small: 8 trials = 4 configurations × 2 seeds"))
            #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/results"))
            let first = try await sweep("run", "small.yaml")
            #expect(first.code == 0, "\(first.messages)")
            #expect(first.output.hasPrefix("small by dev_accuracy (maximize, best epoch): 8 of 8 trials finished"))
            let journals = try await sweep("query", "SELECT count(*) FROM attempts").output
            let measured = try await sweep.measurements(of: "small")
            #expect(measured.count > 1_000)
            let second = try await sweep("run", "small.yaml")
            #expect(second.code == 0 && second.output == first.output)
            let after = try await sweep("query", "SELECT count(*) FROM attempts").output
            #expect(after == journals)
            let ranking = try await sweep("rank", "small").output
            #expect(ranking == first.output)
        }
    }

    @Test("an edited file adds what is new and trains nothing again")
    func editing() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small, to: "small.yaml")
            try await sweep("run", "small.yaml")
            try sweep.write(Self.small.replacingOccurrences(of: "0.01]", with: "0.01, 0.02]"), to: "small.yaml")
            let outcome = try await sweep("run", "small.yaml")
            #expect(outcome.output.contains("12 of 12 trials finished"))
            let attempts = try await sweep(
                "query", "SELECT count(*) AS count, max(number) AS last FROM attempts", "--json"
            ).output
            #expect(attempts.filter { !$0.isWhitespace } == "[{\"count\":12,\"last\":1}]", "\(attempts)")
        }
    }

    @Test("the measurements are the same bits whatever the number of workers")
    func anyNumberOfWorkers() async throws {
        var seen: Set<String> = []
        for jobs in ["1", "3"] {
            try await Program.inTemporaryFolder { sweep in
                try sweep.write(Self.small, to: "small.yaml")
                let outcome = try await sweep("run", "small.yaml", "--jobs", jobs)
                #expect(outcome.code == 0)
                seen.insert(try await sweep.measurements(of: "small"))
            }
        }
        #expect(seen.count == 1)
    }

    @Test("a run that is interrupted, killed and started again ends as the undisturbed one, bit for bit")
    func disturbed() async throws {
        var undisturbed = ""
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let outcome = try await sweep("run", "long.yaml")
            #expect(outcome.code == 0)
            undisturbed = try await sweep.measurements(of: "long")
        }
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long, to: "long.yaml")
            let interrupted = try await sweep.run(["run", "long.yaml"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 5)
                kill(process, SIGINT)
            }
            #expect(interrupted.code == 130)
            #expect(interrupted.messages.contains("Stopped; 'sweep run long.yaml' goes on from here."))
            let killed = try await sweep.run(["run", "long.yaml", "--jobs", "3"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 40)
                kill(process, SIGKILL)
            }
            #expect(killed.code == 128 + SIGKILL)
            let finished = try await sweep("run", "long.yaml", "--jobs", "1")
            #expect(finished.code == 0, "\(finished.messages)")
            let measured = try await sweep.measurements(of: "long")
            #expect(measured == undisturbed)
        }
    }

    @Test("the file that 'sweep best --yaml' prints trains the winner to the same values")
    func bestYAML() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                seeds: [3, 5]
                train: {data: digits, data.limit: 20, hidden: [8], epochs: 3, augment: [{noise: 0.1}]}
                parameters:
                  optimizer: {choices: {adam: {lr: [0.01], optimizer.betas: [[0.9, 0.99]]}, sgd: {lr: [1e-4]}}}
                  decay: [{name: sequence, parts: [{for: 1, decay: linear}, {decay: cosine}]}]
                """, to: "small.yaml")
            try await sweep("run", "small.yaml")
            try sweep.write(try await sweep("best", "small", "--yaml").output, to: "best.yaml")
            let plan = try await sweep("plan", "best.yaml")
            #expect(plan.code == 0 && plan.output.hasPrefix("small-best: 2 trials = 1 configuration × 2 seeds"))
            try await sweep("run", "best.yaml")
            func values(_ name: String) async throws -> Substring {
                let json = try await sweep("best", name, "--json").output
                return try #require(json.split(separator: "\"mean\":").last).prefix { $0 != "," }
            }
            let (first, second) = (try await values("small"), try await values("small-best"))
            #expect(first == second && Double(first) != nil, "\(first) and \(second)")
        }
    }

    @Test("a diverged trial is a state of its own and does not stop the sweep")
    func divergence() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                "train: {data: digits, hidden: [16], epochs: 2, optimizer: sgd}\nparameters: {lr: [0.1, 1e30]}\n",
                to: "wild.yaml")
            let outcome = try await sweep("run", "wild.yaml")
            #expect(outcome.code == 0)
            #expect(outcome.messages.contains("diverged: batch_loss not finite in epoch 1 (step "))
            #expect(outcome.output.contains("1 of 2 trials finished"))
        }
    }

    @Test(
        "wrong input ends with code 65, one message with its place, and nothing written",
        arguments: [
            ("parameters: {lr: [0.1]}\ntrain: {data: digits, epochs: 0}\n", "wrong.yaml:2:31: 'epochs' is 0;"),
            ("train: {data: digits, epochs: 1, optimiser: adam}\n", "did you mean 'optimizer'?"),
            ("train: {data: nowhere.csv, epochs: 1}\n", "nowhere.csv"),
            ("train: {data: digits, epochs: 1\n", "wrong.yaml:"),
            ("train: {data: digits, epochs: 1}\nparameters: {lr: [0.1, 0.2]}\nwhere: lr < epoch\n", "'epoch'"),
        ])
    func wrongInput(text: String, message: String) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(text, to: "wrong.yaml")
            for command in ["plan", "run"] {
                let outcome = try await sweep(command, "wrong.yaml")
                #expect(outcome.code == 65)
                #expect(outcome.messages.contains(message), "\(outcome.messages)")
                #expect(outcome.output.isEmpty)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: sweep.folder) == ["wrong.yaml"])
        }
    }

    @Test("a store that cannot be written ends with code 73 and the reason")
    func unwritableStore() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small, to: "small.yaml")
            let outcome = try await sweep("run", "small.yaml", "--store", "small.yaml/sweeps.sqlite")
            #expect(outcome.code == 73)
            #expect(outcome.messages.contains("small.yaml/sweeps.sqlite"))
        }
    }

    @Test("messages that cannot be written are dropped, and written nowhere else", arguments: ["2>&-", "2>/dev/full"])
    func unreadMessages(where redirection: String) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.small, to: "small.yaml")
            let silent = sweep.started(by: "exec \"$@\" \(redirection)")
            let run = try await silent("run", "small.yaml")
            #expect(run.code == 0 && run.output.contains("8 of 8 trials finished"), "\(run.code) \(run.output)")
            #expect(try await silent("query", "SELECT 1 WHERE 0").code == 0)
            #expect(try await sweep("doctor").code == 0)
            let rank = try await sweep.started(by: "exec \"$@\" >&-")("rank", "small")
            #expect(rank.code == 73 && rank.messages.contains("cannot be written to standard output"))
        }
    }

    @Test("wrong usage ends with code 64")
    func wrongUsage() async throws {
        try await Program.inTemporaryFolder { sweep in
            for arguments in [["run"], ["run", "x.yaml", "--jobs", "0"], ["fly"]] {
                let outcome = try await sweep.run(arguments) { _ in }
                #expect(outcome.code == 64, "\(arguments)")
            }
        }
    }

    @Test("two runs of one sweep at once: the second is told who holds it")
    func lock() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.long.replacing("epochs: 40", with: "epochs: 10000"), to: "long.yaml")
            let first = try await sweep.run(["run", "long.yaml"]) { process in
                try await sweep.waitForMeasurements(of: "dev_loss", count: 1)
                let second = try await sweep("run", "long.yaml")
                #expect(second.code == 73)
                #expect(second.messages.contains("process \(process)"))
                kill(process, SIGTERM)
            }
            #expect(first.code == 130)
        }
    }
}
