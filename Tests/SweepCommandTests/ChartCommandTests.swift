import ArgumentParser
import Foundation
import ResultsStore
import SampleSweeps
import SweepRuns
import Testing

@testable import SweepCommand

@Suite("Drawing charts")
struct ChartCommandTests {
    /// What the command says about arguments that it refuses.
    private func refusal(_ arguments: String...) -> String? {
        do {
            _ = try ChartCommand.parse(["digits"] + arguments)
            return nil
        } catch {
            return ChartCommand.message(for: error)
        }
    }

    @Test("arguments that make no sense are refused before the store is opened")
    func refusals() {
        #expect(refusal("--kind", "los") == "'los': no such kind of chart; did you mean 'loss'?")
        #expect(
            refusal("--kind", "zzz")?.hasPrefix("'zzz': no such kind of chart; there are: accuracy, batch-loss, ")
                == true)
        #expect(
            refusal("--smooth", "4")
                == "'--smooth' is 4; it must be odd, as 5, so that a mean has as much before as after it.")
        #expect(refusal("--theme", "drak")?.contains("drak") == true)
        #expect(
            refusal("-o", "a.gif") == "'a.gif' does not say its format; it must end in .png, .svg, .pdf or .csv.")
        #expect(
            refusal("--size", "9")
                == "The size is '9'; it must be WIDTHxHEIGHT with both in 2...100 inches, as 7.2x4.5 or 18x11cm.")
        #expect(refusal("--dpi", "5") == "The resolution is 5.0; it must be in 10...1200 dots per inch.")
        #expect(refusal("--top", "0") == "'--top' is 0; it must be at least 1.")
        #expect(
            refusal("--y-range", "5,1")?.contains(
                "The range is '5,1'; it must be two ascending numbers as 0.1,5, of which one may be missing: 0.1, or ,5."
            )
                == true)
        #expect(
            refusal("--y-range", "0,5", "--log-y")
                == "'--y-range' is '0,5'; a logarithmic axis ends above 0, so change it or leave out '--log-y'.")
        #expect(
            refusal("--metric", "dev_loss", "--kind", "final")
                == "'--metric' draws curves in place of a kind of chart; leave it out, or '--kind final'.")
        #expect(
            refusal("--metric", "dev_loss,")
                == "'--metric' is 'dev_loss,'; it must be names with commas between, as train_loss,grad_norm.")
        #expect(
            refusal("--metric", "a,b,c,d,e,f,g") == "'--metric' asks for 7 panels, and a chart has room for 6.")
        #expect(
            refusal("--metric", "a,b", "--facet", "lr")?.hasPrefix("'--facet' makes a panel for each value") == true)
        #expect(refusal("--metric", "a", "--x-parameter", "lr") == "'--x-parameter' makes no sense with '--metric'.")
        #expect(refusal("--metric", "train_loss,dev_loss", "--x-range", "10,", "--y-range=-1,5") == nil)
        #expect(refusal("--kind", "batch-loss", "-o", "a.PDF", "--size", "9x6cm", "--dpi", "300") == nil)
    }

    @Test("the set of charts lies beside the store, one chart where it was asked for")
    func files() throws {
        let sample = try SampleStore()
        try ChartCommand.parse(["digits", "--store", sample.store.path, "--dpi", "40", "--quiet"]).run()
        let charts = sample.folder.appending(path: "digits/charts").path
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: charts).sorted()
                == [
                    "accuracy", "batch-loss", "final", "history", "parallel", "pareto", "slices", "timeline",
                ].flatMap {
                    ["\($0).csv", "\($0).png"]
                })

        let file = sample.folder.appending(path: "a.csv").path
        let arguments = ["digits", "--store", sample.store.path, "--kind", "accuracy", "-o", file]
        try ChartCommand.parse(arguments).run()
        #expect(
            try String(contentsOfFile: file, encoding: .utf8)
                == String(contentsOfFile: charts + "/accuracy.csv", encoding: .utf8))
    }

    @Test("a chart of what was never measured is an error, and so is a file that cannot be written")
    func impossible() throws {
        let sample = try SampleStore()
        let file = sample.folder.appending(path: "none/a.png").path
        func draw(_ kind: String) throws {
            try ChartCommand.parse(["digits", "--store", sample.store.path, "--kind", kind, "-o", file]).run()
        }
        #expect(
            throws: CommandError.wrongInput("'digits' has measured no 'lr', so there is no chart 'lr'.")
        ) { try draw("lr") }
        #expect(
            throws: CommandError.wrongInput(
                "'digits' has nothing for the chart 'sensitivity': it needs finished trials at two values of a "
                    + "hyperparameter that is a number, within one optimizer or other choice.")
        ) { try draw("sensitivity") }
        do {
            try draw("accuracy")
            Issue.record("a chart was written into a folder that is not there")
        } catch {
            #expect(CommandError(error) == .cannotWrite("'\(file)' cannot be written: No such file or directory."))
        }
    }

    @Test("learning rates of a file that has not run are drawn without training")
    func plannedRates() throws {
        let sample = try SampleStore()
        let sweep = sample.folder.appending(path: "planned.yaml")
        try Data(
            """
            train: {data: digits, epochs: 4, lr: 0.5}
            parameters:
              decay: [{name: step, step_size: 2}, {name: exponential, gamma: 0.5}, {name: plateau, patience: 0}]
            """.utf8
        ).write(to: sweep)
        let file = sample.folder.appending(path: "planned.csv").path
        for store in [sample.store.path, sample.folder.appending(path: "none.sqlite").path] {
            try ChartCommand.parse([sweep.path, "--kind", "lr", "-o", file, "--store", store, "--quiet"]).run()
            #expect(
                try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").sorted()
                    == [
                        "exponential gamma 0.5,1,0.5", "exponential gamma 0.5,2,0.25", "exponential gamma 0.5,3,0.125",
                        "exponential gamma 0.5,4,0.0625", "series,x,y", "step step_size 2,1,0.5",
                        "step step_size 2,2,0.5", "step step_size 2,3,0.05", "step step_size 2,4,0.05",
                    ])
        }
        #expect(throws: (any Error).self) {
            try ChartCommand.parse([sweep.path, "--kind", "loss", "-o", file, "--store", sample.store.path]).run()
        }
    }

    @Test("a condition leaves out trials, and the picture keeps the command that makes it again")
    func condition() throws {
        let sample = try SampleStore()
        let arguments = ["digits", "--store", sample.store.path, "--kind", "accuracy", "--dpi", "40"]
        func draw(_ condition: String, to name: String) throws -> Data {
            let file = sample.folder.appending(path: name)
            try ChartCommand.parse(arguments + ["--where", condition, "-o", file.path, "--quiet"]).run()
            return try Data(contentsOf: file)
        }
        let table = String(decoding: try draw("optimizer == 'sgd' and seed < 2", to: "a.csv"), as: UTF8.self)
        #expect(table == "series,x,y\ndev,1,0.5\ndev,2,0.75\n\"dev, best\",2,0.75\n")
        let picture = try draw("optimizer == 'sgd' and seed < 2", to: "a.png")
        let command =
            #"sweep chart digits --dpi 40 --where 'optimizer == '\''sgd'\'' and seed < 2' "#
            + "--store \(sample.store.path) --kind accuracy"
        #expect(picture.range(of: Data(command.utf8)) != nil)
        #expect(picture.range(of: Data("Only trials with optimizer == 'sgd' and seed < 2.".utf8)) != nil)
    }

    @Test("a condition that makes no sense, or that no trial fulfils, is an error")
    func wrongConditions() throws {
        let sample = try SampleStore()
        func refusal(_ condition: String) throws -> String? {
            do {
                try ChartCommand.parse(["digits", "--store", sample.store.path, "--where", condition]).run()
                return nil
            } catch {
                return CommandError(error)?.description
            }
        }
        #expect(try refusal("optimzer == 'sgd'")?.contains("did you mean 'optimizer'?") == true)
        #expect(try refusal("seed <")?.hasPrefix("'--where': ") == true)
        #expect(
            try refusal("seed > 5")
                == "'--where': no trial of 'digits' is so: seed > 5; 'sweep rank digits' shows what there is.")
    }
}

@Suite("Options of charts")
struct ChartContentTests {
    @Test("an option that makes no sense for a kind is refused, with the kinds for which it does")
    func foreignOptions() {
        do {
            _ = try ChartCommand.parse(["digits", "--kind", "lr", "--smooth", "3"])
            Issue.record("learning rates were smoothed")
        } catch {
            #expect(
                ChartCommand.message(for: error)
                    == "'--smooth' makes no sense for the chart 'lr'; it does for loss, accuracy and batch-loss.")
        }
    }

    @Test("two axes of one hyperparameter are refused")
    func sameAxes() {
        let axes = ["--x-parameter", "lr", "--y-parameter", "lr"]
        let error = #expect(throws: (any Error).self) {
            _ = try ChartCommand.parse(["digits", "--kind", "heat-map"] + axes)
        }
        #expect(error.map { ChartCommand.message(for: $0) } == "'lr' is named for both axes.")
    }

    @Test("several sweeps share a chart that goes to a file, each once and judged alike")
    func severalSweeps() throws {
        let sample = try SampleStore()
        try sample.addSweep(named: "other", metric: "dev_accuracy")
        try sample.addSweep(named: "losses", metric: "dev_loss")
        let file = sample.folder.appending(path: "a.csv").path
        func draw(_ sweeps: String...) throws -> String {
            try ChartCommand.parse(
                sweeps + ["--store", sample.store.path, "--kind", "accuracy", "-o", file, "--quiet"]
            ).run()
            return try String(contentsOfFile: file, encoding: .utf8)
        }
        let table = try draw("digits", "other")
        #expect(table.contains("\n\"digits, ") && table.contains("\nother (dev),"))
        #expect(throws: LookupError.namedTwice(sweep: "digits")) { try draw("digits", "digits") }
        #expect(
            throws: CommandError.wrongUsage(
                "'digits' is judged by dev_accuracy (maximize, best epoch), 'losses' by dev_loss (minimize, best epoch), "
                    + "so they cannot share a chart; 'sweep compare' with '--by METRIC' draws the curves of both.")
        ) { try draw("digits", "losses") }
        #expect(
            throws: (any Error).self, "without a file nobody knows which folder it belongs to"
        ) { try ChartCommand.parse(["digits", "other"]) }
    }

    @Test("a hyperparameter that no trial has is an error with the nearest one")
    func unknownParameter() throws {
        let sample = try SampleStore()
        #expect(
            throws: CommandError.wrongInput("'optimzer': no such hyperparameter; did you mean 'optimizer'?")
        ) {
            try ChartCommand.parse(["digits", "--store", sample.store.path, "--color", "optimzer"]).run()
        }
        #expect(
            throws: CommandError.wrongInput("'digits' has measured no 'epoch_seconds', which '--x time' needs.")
        ) {
            let file = sample.folder.appending(path: "a.png").path
            let arguments = ["--kind", "accuracy", "--x", "time", "-o", file]
            try ChartCommand.parse(["digits", "--store", sample.store.path] + arguments).run()
        }
    }

    @Test("anything that was measured has curves, within the ranges that were asked for")
    func metrics() throws {
        let sample = try SampleStore()
        func draw(_ arguments: String...) throws {
            try ChartCommand.parse(["digits", "--store", sample.store.path, "--dpi", "40", "--quiet"] + arguments).run()
        }
        try draw("--metric", "batch_loss,dev_accuracy", "--x-range", "1,15", "--y-range", "0,1")
        let charts = sample.folder.appending(path: "digits/charts").path
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: charts).sorted()
                == ["metric-batch_loss+dev_accuracy.csv", "metric-batch_loss+dev_accuracy.png"])
        let table = try String(contentsOfFile: charts + "/metric-batch_loss+dev_accuracy.csv", encoding: .utf8)
        #expect(table.contains("sgd") && table.contains("10,"))
        #expect(
            throws: CommandError.wrongInput("'dev_acuracy': no such metric of 'digits'; did you mean 'dev_accuracy'?")
        ) { try draw("--metric", "dev_acuracy") }
        #expect(
            throws: CommandError.wrongInput("No value of 'dev_accuracy' of 'digits' can be drawn within '--x-range'.")
        ) { try draw("--metric", "dev_accuracy", "--x-range", "50,") }
    }

    @Test("without a kind those are drawn that know the options")
    func fittingKinds() throws {
        let sample = try SampleStore()
        let arguments = ["digits", "--store", sample.store.path, "--dpi", "40", "--quiet", "--band", "range"]
        try ChartCommand.parse(arguments).run()
        let charts = sample.folder.appending(path: "digits/charts").path
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: charts).sorted() == ["accuracy.csv", "accuracy.png"])
    }
}
