import ResultsStore
import SampleSweeps
import Settings
import SweepFiles
import SweepViews
import Sweeps
import Testing

@testable import TextReports

@Suite("Sweep files written")
struct SweepFileTextTests {
    @Test("the winner's sweep file reads back to its hyperparameters, its seeds and the objective")
    func winner() throws {
        let sample = try SampleStore()
        let view = try sample.view(judgedBy: ObjectiveChoice(selection: .last))
        let best = try #require(BestReport(RankedConfigurations(view), store: "results/sweeps.sqlite"))
        let sweep = try SweepFile(text: try best.sweepFile(.own), path: "best.yaml").sweep
        #expect(sweep.name == "digits-best")
        #expect(sweep.fixedSettings == sample.trials[0].trial.configuration)
        #expect(sweep.seeds == [1, 2])
        #expect(sweep.objective == Objective(selection: .last))
        #expect(sweep.limits.timeout == .seconds(90))
        #expect(sweep.description == "The best of digits by dev_accuracy: 0.6250 ± 0.1768 over 2 seeds.")
    }

    @Test("a file that confirms the winner has fresh seeds, a name of its own, and says what it is")
    func confirmation() throws {
        let sample = try SampleStore()
        let best = try #require(BestReport(RankedConfigurations(sample.view()), store: "results/sweeps.sqlite"))
        let sweep = try SweepFile(text: try best.sweepFile(.fresh(count: 3, avoiding: [1, 2])), path: "best.yaml").sweep
        #expect(sweep.name == "digits-confirm")
        #expect(sweep.seeds == [3, 4, 5])
        #expect(sweep.fixedSettings == sample.trials[0].trial.configuration)
        #expect(
            sweep.description
                == "Confirms on new seeds the best of digits by dev_accuracy, chosen at 0.6250 ± 0.1768 over 2 seeds.")
    }

    @Test(
        "every value reads back as it was",
        arguments: [
            .string(""), .string("true"), .string("Null"), .string("1e-5"), .string("0x1F"), .string("a: b # c"),
            .string("é🙂\n\t\"\\'"), .string("- x"), .string("~"), .string("yes"), .string(" x "), .string("[a]"),
            .bool(true), .null, .int(-3), .double(1e-5), .double(0.1), .double(1e300), .list([.int(1), .list([])]),
            .mapping(["name": .string("step"), "gamma": .double(0.5), "null": .null, "a b": .string("x/y.csv")]),
        ] as [SettingValue])
    func values(value: SettingValue) throws {
        var sweep = Sweep(name: "x")
        sweep.fixedSettings = Configuration(["data": .string("digits"), "loss": value])
        let text = SweepFileText(sweep, comment: "two\nlines").text
        #expect(try SweepFile(text: text, path: "x.yaml").sweep.fixedSettings["loss"] == value, "\(text)")
    }

    @Test("what a file says of another program reads back to the same, and decimals stay decimals")
    func programs() throws {
        let text = """
            method: grid
            program: train.py
            command: [python3, -u, '${program}', 0.50, '${args}', 'a: b']
            env: {OMP: "1", MODE: yes}
            cwd: ../work
            seeds: 2
            seed_as: random_state
            metrics: {from: [printed, tensorboard], csv: log.csv, pattern: 'x (?<loss>[0-9.]+)', ignore: [a, b/c]}
            wandb: none
            resources: {gpus: 0.5, cores: 4, memory: 8GB}
            stop_signal: SIGUSR1
            grace: 90s
            retry: 4
            metric: {name: val/loss}
            parameters: {lr: [1.0], +n: [1], net: {parameters: {rate: {min: 0.0, max: 5}, "a.b": [2.0]}}, flag: ["on"]}
            """
        let file = try SweepFile(text: text, path: "a.yaml").sweep
        var sweep = file
        sweep.fixedSettings = Configuration(["lr": 1, "+n": 1, "net": ["rate": 3, "a.b": 2], "flag": "on"])
        let written = SweepFileText(sweep, comment: nil).text
        let read = try SweepFile(text: written, path: "b.yaml").sweep
        var (program, known) = (try #require(read.program), try #require(file.program))
        #expect(read.searchSpaces[0].parameters.map(\.name) == ["+n", "flag", "lr", "net"])
        #expect(written.contains("net: {value: {a.b: 2.0, rate: 3.0}}") && written.contains("lr: {value: 1.0}"))
        #expect(program.decimals["net"]?.first?.places == [true, true] && program.decimals["+n"] == nil)
        (program.decimals, known.decimals) = ([:], [:])
        #expect(program == known)
        #expect(read.limits.retries == 4 && read.objective == file.objective && read.seeds == [1, 2])
    }
}
