import Foundation
import Testing

/// A Python program that goes on with its run in `wandb`.
@Suite("Resumed runs of wandb")
struct ResumedRunTests {
    @Test("a further attempt goes on counting the steps")
    func counts() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                import os, signal, wandb
                run = wandb.init(resume="allow")
                for value in ([5, 4] if run.resumed else [9, 8, 7]):
                    run.log({"loss": value})
                if not run.resumed:
                    open(os.path.join(os.environ["SWEEP_CHECKPOINT_DIR"], "state"), "w").close()
                    os.kill(os.getpid(), signal.SIGKILL)
                """, to: "train.py")
            try sweep.write(
                "{program: train.py, method: grid, wandb: module, metric: {name: loss, goal: minimize}}", to: "a.yaml")
            let run = try await sweep("run", "a.yaml", "--quiet")
            #expect(run.code == 0, "\(run.messages)")
            let values = try await sweep(
                "query", "SELECT group_concat(step || ':' || value, ' ') FROM measurements ORDER BY step")
            #expect(values.output.hasSuffix("0:9.0 1:8.0 2:7.0 3:5.0 4:4.0"), "\(values.output)")
        }
    }
}
