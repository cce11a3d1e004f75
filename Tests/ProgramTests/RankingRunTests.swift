import Foundation
import Testing

/// The built program ranks, compares and confirms what it trained.
@Suite struct RankingRunTests {
    private static let small = """
        seeds: 2
        train: {data: {source: moons, test_fraction: 0.2}, hidden: [8], epochs: 3}
        parameters: {optimizer: [sgd, adam], lr: [0.1, 0.01]}
        """

    private static func withSweep(_ body: (Program) async throws -> Void) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(small, to: "small.yaml")
            let outcome = try await sweep("run", "small.yaml", "--quiet")
            #expect(outcome.code == 0, "\(outcome.messages)")
            try await body(sweep)
        }
    }

    @Test("the winner's files are accepted by 'sweep plan', and confirm it on other seeds in one ranking with it")
    func confirmation() async throws {
        try await Self.withSweep { sweep in
            let best = try await sweep("best", "small")
            #expect(best.output.hasPrefix("The best of small by dev_accuracy (maximize, best epoch):\n\n"))
            #expect(best.output.contains("test_accuracy"))
            for (arguments, plan) in [
                (["--yaml"], "small-best: 2 trials = 1 configuration × 2 seeds"),
                (["--seeds", "4"], "small-best: 4 trials = 1 configuration × 4 seeds"),
                (["--seeds", "10", "--fresh"], "small-confirm: 10 trials = 1 configuration × 10 seeds"),
                (["--fresh", "--yaml"], "small-confirm: 10 trials = 1 configuration × 10 seeds"),
            ] {
                let file = try await sweep.run(["best", "small"] + arguments) { _ in }
                #expect(file.code == 0, "\(file.messages)")
                try sweep.write(file.output, to: "winner.yaml")
                let planned = try await sweep("plan", "winner.yaml")
                #expect(planned.code == 0 && planned.output.hasPrefix(plan), "\(planned)")
            }
            #expect(
                try String(contentsOfFile: sweep.folder + "/winner.yaml", encoding: .utf8).contains("seeds: [3, 4, 5"))
            #expect(try await sweep("run", "winner.yaml", "--quiet").code == 0)
            let both = try await sweep("rank", "small", "small-confirm")
            #expect(both.output.hasPrefix("small and small-confirm by dev_accuracy (maximize, best epoch): 18 of 18"))
            #expect(both.output.contains("small-confirm  "))
            let compared = try await sweep("compare", "small", "winner.yaml", "-o", "both.csv")
            #expect(compared.output == both.output)
            let curves = try String(contentsOfFile: sweep.folder + "/both.csv", encoding: .utf8)
            #expect(curves.contains("small-confirm"))
        }
    }

    @Test("trials computed with other kernels are named as such, from the journals too")
    func mixedKernels() async throws {
        try await Self.withSweep { sweep in
            let plain = try await sweep("rank", "small")
            #expect(!plain.messages.contains("kernels"))
            var other = sweep
            // Kernels that every x86-64 processor has that runs the program.
            other.variables["OPENBLAS_CORETYPE"] = "Nehalem"
            try sweep.write(Self.small.replacing("seeds: 2", with: "seeds: 3"), to: "small.yaml")
            let run = try await other("run", "small.yaml")
            let words =
                "The finished trials were computed with different processors or kernels, whose rounding differs: 8 on "
            #expect(run.messages.contains(words), "\(run.messages)")
            let rank = try await sweep("rank", "small")
            let sentence = try #require(rank.messages.split(separator: "\n").first { $0.hasPrefix(words) })
            #expect(sentence.contains("; 4 on ") && sentence.hasSuffix(" Nehalem."))
            let report = try await sweep("report", "small")
            #expect(report.output.contains("- \(sentence)"))
            let row = try await sweep("query", "SELECT trial FROM trial_results WHERE seed = 3 LIMIT 1").output
            let trial = String(try #require(row.split(separator: "\n").last))
            let shown = try await sweep("show", trial)
            #expect(shown.output.contains(/\ncomputed with +[^\n]+, OpenBLAS [^\n]* Nehalem\n/))
            #expect(try await sweep("doctor").code == 0)
            for ending in ["", "-wal", "-shm"] { unlink(sweep.folder + "/results/sweeps.sqlite" + ending) }
            #expect(try await sweep("doctor", "--mend").code == 0)
            let again = try await sweep("rank", "small")
            #expect(again.messages == rank.messages)
        }
    }

    @Test("trials are compared side by side, with their curves in one chart")
    func trials() async throws {
        try await Self.withSweep { sweep in
            let rows = try await sweep("export", "small").output.split(separator: "\n").dropFirst()
            let names = (rows.prefix(2) + rows.suffix(1)).map { String($0.prefix { $0 != "," }) }
            let outcome = try await sweep.run(["compare"] + names + ["-o", "curves.csv"]) { _ in }
            #expect(outcome.code == 0, "\(outcome.messages)")
            for line in ["last dev_accuracy", "best dev_accuracy", "last test_accuracy"] {
                #expect(outcome.output.contains("\n\(line)"))
            }
            #expect(outcome.output.contains("(epoch "))
            let curves = try String(contentsOfFile: sweep.folder + "/curves.csv", encoding: .utf8)
            #expect(curves.contains("seed 1") && curves.contains("seed 2"))
            let twice = try await sweep("compare", names[0], names[0])
            #expect(twice.code == 64 && twice.messages == "The trial \(names[0]) is named twice.")
            let mixed = try await sweep("compare", names[0], "small")
            #expect(
                mixed.code == 64
                    && mixed.messages
                        == "'small' is a sweep and '\(names[0])' is a trial; compare trials with trials, or sweeps with "
                        + "sweeps."
            )
            let unknown = try await sweep("compare", "small", "nosuch")
            #expect(unknown.code == 65 && unknown.messages == "'nosuch': no such sweep or trial; there are: small.")
            let judged = try await sweep("compare", names[0], names[1], "--by", "dev_loss")
            #expect(judged.code == 64 && judged.messages.contains("say how sweeps are ranked"))
            let nothing = try await sweep("compare", names[0], names[1], "-o", "x.png", "--kind", "kind")
            #expect(nothing.code == 64 && nothing.messages.contains("'kind': no such kind of chart"))
        }
    }

    @Test("what cannot be ranked or grouped is refused with the reason")
    func refusals() async throws {
        try await Self.withSweep { sweep in
            try sweep.write(Self.small + "\nmetric: {name: dev_loss, goal: minimize}\n", to: "other.yaml")
            try await sweep("run", "other.yaml", "--quiet")
            let different = try await sweep("rank", "small", "other")
            #expect(different.code == 64)
            #expect(
                different.messages
                    == "'small' is judged by dev_accuracy (maximize, best epoch), 'other' by dev_loss (minimize, best "
                    + "epoch); '--by METRIC' judges both by one.")
            #expect(try await sweep("rank", "small", "other", "--by", "train_loss").code == 0)
            let twice = try await sweep("rank", "small", "small.yaml")
            #expect(twice.code == 64 && twice.messages == "The sweep 'small' is named twice.")
            for command in ["rank", "report", "chart"] {
                let nothing = try await sweep(command, "small", "--where", "lr > 100")
                #expect(nothing.code == 65 && nothing.output.isEmpty)
                #expect(
                    nothing.messages
                        == "'--where': no trial of 'small' is so: lr > 100; 'sweep rank small' shows what there "
                        + "is.")
            }
            for command in ["rank", "report", "chart"] {
                let negative = try await sweep(command, "small", "--top", "-1")
                #expect(negative.code == 64 && negative.messages.contains("'--top' is -1; it must be at least 1."))
            }
            let level = try await sweep("chart", "small", "--smooth", "99999", "-o", "a.csv")
            #expect(
                level.code == 65
                    && level.messages.hasPrefix("'--smooth' is 99999, but the longest curve has "), "\(level.messages)")
            let unknown = try await sweep("rank", "small", "--group-by", "optimiser")
            #expect(
                unknown.code == 65
                    && unknown.messages == "'optimiser': no such hyperparameter; did you mean 'optimizer'?")
            let shared = try await sweep("rank", "small", "--group-by", "epochs")
            #expect(
                shared.code == 65
                    && shared.messages
                        == "'epochs' is the same in all configurations, so there is nothing to group by; there are: lr, "
                        + "optimizer."
            )
            let seeds = try await sweep("best", "small", "--seeds", "0")
            #expect(seeds.code == 64 && seeds.messages.contains("'--seeds' is 0; it must be in 1...10000."))
            #expect(try await sweep("best", "small", "--fresh", "--json").code == 64)
        }
    }

    @Test("a condition that keeps some seeds of a configuration and drops others is warned of")
    func splitSeeds() async throws {
        try await Self.withSweep { sweep in
            let some = try await sweep("rank", "small", "--where", "seed == 1")
            #expect(some.messages.contains("Of 4 configurations '--where' keeps some seeds and drops others"))
            let whole = try await sweep("rank", "small", "--where", "optimizer == 'sgd'")
            #expect(!whole.messages.contains("keeps some seeds"))
        }
    }
}
