import Foundation
import Testing

/// `sweep try`, `sweep log`, and programs that do not measure what judges.
struct TryCommandTests {
    private static let script = """
        #!/bin/sh
        echo "lr is $1"
        echo "Epoch 1/2 - val_acc: 0.5"
        echo "Epoch 2/2 - val_acc: 0.75" >&2
        "$OWN_PROGRAM" log other=0.25 --step 7
        """

    private func write(_ metric: String, to sweep: Program) throws {
        try sweep.write(Self.script, to: "train.sh")
        try sweep.write(
            """
            command: [sh, train.sh, "${args_no_hyphens}"]
            method: grid
            env: {OWN_PROGRAM: \(try Program.path)}
            \(metric)
            parameters: {lr: [0.5]}
            """, to: "s.yaml")
    }

    @Test("a program is tried without a trace, and what was read is told with its source")
    func tries() async throws {
        try await Program.inTemporaryFolder { sweep in
            try write("metric: {name: val_acc, goal: maximize}", to: sweep)
            let outcome = try await sweep("try", "s.yaml")
            #expect(outcome.code == 0, "\(outcome.messages)")
            #expect(outcome.output.contains("lr is lr=0.5\n"))
            #expect(outcome.output.contains(#/other +SWEEP_METRICS +1 +7 +0.25/#))
            #expect(outcome.output.contains(#/val_acc +printed text +2 +1…2 +0.75/#))
            #expect(outcome.output.contains("'val_acc', by which the sweep is judged, is among them."))
            #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/results"))
        }
    }

    @Test("a metric that never comes is told once with what came, and is no success")
    func otherMetric() async throws {
        try await Program.inTemporaryFolder { sweep in
            try write("metric: {name: dev/others, goal: maximize}", to: sweep)
            let run = try await sweep("run", "s.yaml")
            #expect(run.code == 1)
            #expect(run.messages.contains("gave no value of 'dev/others'"), "\(run.messages)")
            #expect(run.output.contains("measured were other."), "\(run.output)")
        }
    }

    @Test("without a metric in the file trials run, and any metric ranks them")
    func noMetric() async throws {
        try await Program.inTemporaryFolder { sweep in
            try write("", to: sweep)
            let run = try await sweep("run", "s.yaml")
            #expect(run.code == 0, "\(run.messages)")
            #expect(run.output.contains("s by no metric: no finished trial has a value"), "\(run.output)")
            #expect(run.output.contains("'sweep rank s --by other --goal maximize' ranks by one of them."))
            let rank = try await sweep("rank", "s", "--by", "other", "--goal", "maximize")
            #expect(rank.code == 0 && rank.output.contains("0.2500"), "\(rank.output)")
        }
    }

    @Test("outside a trial nothing can be reported, and a value must be a number")
    func logs() async throws {
        try await Program.inTemporaryFolder { sweep in
            let outside = try await sweep("log", "a=1")
            #expect(outside.code == 64 && outside.messages.contains("SWEEP_METRICS is not set"))
            let wrong = try await sweep("log", "a=one")
            #expect(wrong.code == 64 && wrong.messages.contains("'a' is 'one', which is no number."))
        }
    }
}
