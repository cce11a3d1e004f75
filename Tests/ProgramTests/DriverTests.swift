import Foundation
import Testing

/// Scripts that describe and start their sweep themselves.
@Suite("Drivers in Python")
struct DriverTests {
    private static let script = """
        import wandb

        def train():
            with wandb.init() as run:
                assert run.config.note == "ünï\\x85"
                for epoch in range(3):
                    run.log({"score": run.config.x * 1.0 + epoch, "epoch": epoch + 1})

        values = [1, 2.5, 1e-05]
        sweep = {
            "name": "drivers", "method": "grid", "metric": {"name": "score", "goal": "maximize"},
            "program": "another.py",
            "parameters": {"x": {"values": values}, "note": {"value": "ünï\\x85"}},
        }
        print("reading")
        wandb.agent(wandb.sweep(sweep, project="p"), function=train, count=5)
        open("after", "w").write("the agent ends the script")
        """

    @Test("a script's sweep is planned, run, and known afterwards without another run of the script")
    func run() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.script, to: "my driver.py")
            let plan = try await sweep("plan", "my driver.py")
            #expect(plan.code == 0, "\(plan.messages)")
            #expect(plan.output.contains("3 trials"), "\(plan.output)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: sweep.folder) == ["my driver.py"])

            let run = try await sweep("run", "my driver.py", "--quiet")
            #expect(run.code == 0, "\(run.messages)")
            let values = "SELECT group_concat(value, ' ') FROM (SELECT value FROM measurements ORDER BY value)"
            let measured = try await sweep("query", values).output
            #expect(measured.hasSuffix("1.0e-05 1.0 1.00001 2.0 2.00001 2.5 3.0 3.5 4.5"), "\(measured)")
            #expect(!FileManager.default.fileExists(atPath: sweep.folder + "/after"))

            try sweep.write("raise SystemExit(3)", to: "my driver.py")
            for name in ["drivers", "my driver.py"] {
                let rank = try await sweep("rank", name)
                #expect(rank.code == 0 && rank.output.contains("4.5"), "\(rank.output) \(rank.messages)")
            }
            #expect(try await sweep("report", "drivers").code == 0)
        }
    }

    @Test("an agent's count is how many configurations a search without an end trains")
    func count() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                import wandb
                def train():
                    wandb.init()
                    wandb.log({"loss": wandb.config["lr"]})
                i = wandb.sweep({"method": "random", "metric": {"name": "loss"}, "parameters": {"lr": {"min": 0.1, "max": 1.0}}})
                wandb.agent(i, train, count=4)
                """, to: "search.py")
            let run = try await sweep("run", "search.py", "--quiet")
            #expect(run.code == 0, "\(run.messages)")
            #expect(run.output.contains("search by loss (minimize"), "\(run.output)")
            #expect(run.output.contains("4 of 4 trials finished"), "\(run.output)")
        }
    }

    @Test(
        "what is wrong with a script is said, with what to do",
        arguments: [
            ("import wandb\n1 / 0", "Before it came to wandb.sweep(…) the program ended with exit code 1:"),
            ("import wandb\n1 / 0", "ZeroDivisionError: division by zero"),
            ("import wandb\nwandb.sweep({})\n1 / 0", "Before it came to wandb.agent(…) the program ended"),
            ("print('trains')", "ended without a call of wandb.sweep(…)"),
            ("import wandb\nwandb.sweep({'method': 'grid'})", "never calls wandb.agent(…, function)"),
            ("import wandb\nwandb.agent(wandb.sweep({'method': 'grid'}))", "wandb.agent(…) gets no function"),
            ("import wandb\nwandb.agent(wandb.sweep({'method': 'custom'}), print)", "cannot run another's search"),
            (
                "import wandb\nwandb.agent(wandb.sweep({'method': 'grid', 'parameters': {'a': {'min': 2, 'max': 1}}}), print)",
                "bad.py: 'a.max' is 1; it must be above"
            ),
        ])
    func errors(script: String, words: String) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(script, to: "bad.py")
            let plan = try await sweep("plan", "bad.py")
            #expect(plan.code == 65)
            #expect(plan.messages.contains(words), "\(plan.messages)")
            #expect(plan.messages.contains("bad.py: "), "\(plan.messages)")
        }
    }

    @Test("a script that is not there, or has not run yet, is said to be so")
    func missing() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.script, to: "driver.py")
            #expect(try await sweep("run", "drivr.py").messages.contains("Did you mean 'driver.py'?"))
            try sweep.write("import wandb\nwandb.agent(wandb.sweep({'method': 'grid'}), print)", to: "other.py")
            #expect(try await sweep("run", "other.py", "--quiet").code == 0)
            let rank = try await sweep("rank", "driver.py")
            #expect(rank.code == 65 && rank.messages.contains("driver.py"), "\(rank.messages)")
        }
    }
}
