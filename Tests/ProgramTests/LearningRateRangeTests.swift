import Foundation
import Testing

/// `sweep lr-range`, as a person uses it.
struct LearningRateRangeTests {
    private static let text = """
        train: {data: {source: digits, limit: 30}, hidden: [16]}
        parameters:
          epochs: [3, 5]
          lr: [1e-2, 1e-3]
          batch_size: [32, 8]
          optimizer:
            choices:
              sgd: {}
              adam: {optimizer.betas: {value: [0.9, 0.99]}}
        """

    @Test("prints ranges that can be pasted into a sweep file, and draws them")
    func ranges() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.text, to: "a.yaml")
            let outcome = try await sweep("lr-range", "a.yaml", "--steps", "60")
            #expect(outcome.code == 0, "\(outcome.messages)")
            #expect(
                outcome.messages.contains(
                    "sgd (1 of 2): up to 60 steps, with the first of what varies: batch_size 32\n"))
            #expect(outcome.messages.contains("A range needs 'method: random' and a 'run_cap' in the sweep file."))
            let lines = outcome.output.components(separatedBy: "\n")
            #expect(
                lines.dropFirst().prefix(3) == [
                    "  # Tested with batch_size 32, the first of what varies.", "  optimizer:", "    choices:",
                ])
            let range = #/\{min: ([0-9.e-]+), max: ([0-9.e-]+), distribution: log_uniform_values\}\}/#
            #expect(lines[4].hasPrefix("      sgd: {lr: {min: "))
            #expect(lines[5].hasPrefix("      adam: {optimizer.betas: {value: [0.9, 0.99]}, lr: {min: "))
            for line in lines[4...5] {
                let found = try #require(try range.firstMatch(in: line), "\(line)")
                let (least, most) = (try #require(Double(found.1)), try #require(Double(found.2)))
                #expect(1e-7 <= least && least < most && most <= 10)
            }
            for name in ["lr-range.png", "lr-range.csv"] {
                #expect(FileManager.default.fileExists(atPath: "\(sweep.folder)/results/a/charts/\(name)"))
            }

            let pasted = "method: random\nrun_cap: 4\ntrain: {data: digits, epochs: 1}\nparameters:\n\(outcome.output)"
            try sweep.write(pasted, to: "b.yaml")
            let plan = try await sweep("plan", "b.yaml")
            #expect(plan.code == 0 && plan.output.contains("b: 4 trials"), "\(plan.messages)")
        }
    }

    @Test("says the same twice, as JSON too, and names optimizers by what tells them apart")
    func same() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                train: {data: {source: digits, limit: 30}, epochs: 3, hidden: [16]}
                parameters: {optimizer: [sgd, {name: momentum, beta: 0.5}, {name: momentum, beta: 0.9}]}
                """, to: "a.yaml")
            let arguments = ["lr-range", "a.yaml", "--steps", "40", "--seed", "2", "-o", "a.svg"]
            let first = try await sweep.run(arguments) { _ in }
            let second = try await sweep.run(arguments) { _ in }
            #expect(first.code == 0 && first.output == second.output, "\(first.messages)")
            #expect(first.output.contains("  - optimizer: momentum\n    optimizer.beta: 0.5\n    lr: {min: "))
            let chart = try String(contentsOfFile: sweep.folder + "/a.svg", encoding: .utf8)
            #expect(chart.contains("<svg"))
            #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/results"))

            let answer = try await sweep.run(arguments + ["--json", "--quiet"]) { _ in }
            #expect(answer.messages.isEmpty)
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
            let optimizers = try #require(json["optimizers"] as? [[String: Any]])
            #expect(
                optimizers.compactMap { $0["label"] as? String } == ["sgd", "momentum, beta 0.5", "momentum, beta 0.9"])
            #expect(json["seed"] as? Int == 2 && json["steps"] as? Int == 40)
            for optimizer in optimizers {
                #expect((optimizer["rates"] as? [Any])?.count == (optimizer["smoothed_losses"] as? [Any])?.count)
            }
        }
    }

    @Test("where no loss falls there is nothing to paste, and a chart without a folder is refused before any test")
    func noRange() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                "train: {data: {source: digits, limit: 30}, epochs: 3}\nparameters: {optimizer: [sgd, adam]}\n",
                to: "a.yaml")
            let outcome = try await sweep("lr-range", "a.yaml", "--steps", "20", "--from", "1e-9", "--to", "1e-8")
            #expect(outcome.code == 0, "\(outcome.messages)")
            #expect(
                outcome.output == """
                      # No range was found, so there is nothing to paste.
                      # sgd: no range, since the loss did not fall.
                      # adam: no range, since the loss did not fall.
                    """)
            let refused = try await sweep("lr-range", "a.yaml", "-o", "none/x.png")
            #expect(refused.code == 73)
            #expect(
                refused.messages
                    == "none/x.png: its folder is not there or cannot be written to; make it, or name another with '-o'."
            )
        }
    }

    @Test("says what it cannot do")
    func errors() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write("train: {data: digits, epochs: 1, hiden: [3]}\n", to: "a.yaml")
            for (arguments, code, words) in [
                (["a.yaml"], Int32(65), "a.yaml:1:34: 'hiden': no such setting; did you mean 'hidden'?"),
                (["b.yaml"], 65, "b.yaml: There is no such file."),
                (["a.yaml", "--from", "0"], 64, "'--from' is 0.0; it must be above 0, within float32."),
                (["a.yaml", "--to", "nan"], 64, "'--to' is nan; it must be above 0, within float32."),
                (
                    ["a.yaml", "--from", "1", "--to", "1.5"], 64,
                    "'--to' is 1.5; it must be at least twice '--from', which is 1.0."
                ),
                (["a.yaml", "--steps", "19"], 64, "'--steps' is 19; it must be in 20...100000."),
                (["a.yaml", "--seed=-1"], 64, "'--seed' is -1; it must be at least 0."),
                (["a.yaml", "-o", "a.gif"], 64, "'a.gif' does not say its format; it must end in"),
            ] {
                let outcome = try await sweep.run(["lr-range"] + arguments) { _ in }
                #expect(outcome.code == code && outcome.messages.contains(words), "\(arguments): \(outcome.messages)")
                #expect(outcome.output.isEmpty)
            }
        }
    }
}
