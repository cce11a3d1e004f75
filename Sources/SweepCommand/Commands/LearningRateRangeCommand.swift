import ArgumentParser
import Charts
import Foundation
import Reports
import SweepPlanning
import SweepRuns
import SweepViews
import Sweeps
import TextReports
import TrialFolders
import TrialPrograms
import Workloads

/// `sweep lr-range`: which learning rates are worth searching.
struct LearningRateRangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lr-range", abstract: "Find the learning rates that are worth searching, for each optimizer.",
        discussion: """
            The learning-rate range test (Smith, 2015): each optimizer of the sweep file trains from the start while its \
            rate grows from batch to batch, until the loss is no number or four times its lowest. Suggested are the rates \
            between which the smoothed loss falls, as YAML to be pasted below 'parameters:'.

            The file's own rates and decays do not count; of what else varies, each optimizer's first configuration is \
            taken. No trial is stored; the chart goes to results/<sweep>/charts/lr-range.png, or to the file of '-o'.
            """)

    @Argument(help: "The sweep file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(name: .customLong("from"), help: ArgumentHelp("The lowest rate.", valueName: "rate"))
    var lowest = 1e-7

    @Option(name: .customLong("to"), help: ArgumentHelp("The highest rate.", valueName: "rate"))
    var highest = 10.0

    @Option(help: ArgumentHelp("How many batches, each with a rate of its own.", valueName: "n"))
    var steps = 200

    @Option(help: ArgumentHelp("The seed (default: the file's first).", valueName: "n"))
    var seed: Int?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Draw the chart into this file.", valueName: "file"),
        completion: .file(extensions: ["png", "svg", "pdf", "csv"]))
    var output: String?

    @OptionGroup var options: StoreOptions

    private static let mostSteps = 100_000

    func validate() throws {
        // The rates are float32 in the end.
        let rates = Double(Float.leastNormalMagnitude)...Double(Float.greatestFiniteMagnitude)
        for (name, rate) in [("from", lowest), ("to", highest)] {
            if !rates.contains(rate) {
                throw ValidationError("'--\(name)' is \(rate); it must be above 0, within float32.")
            }
        }
        // Both bounds of a range have two digits.
        if highest < 2 * lowest {
            throw ValidationError("'--to' is \(highest); it must be at least twice '--from', which is \(lowest).")
        }
        if !(LearningRateTest.fewestSteps...Self.mostSteps).contains(steps) {
            throw ValidationError(
                "'--steps' is \(steps); it must be in \(LearningRateTest.fewestSteps)...\(Self.mostSteps).")
        }
        if let seed, seed < 0 { throw ValidationError("'--seed' is \(seed); it must be at least 0.") }
        if let output {
            do { _ = try ChartFormat(path: output) } catch { throw ValidationError(error.description) }
        }
    }

    /// Nobody should wait for tests whose chart cannot be written.
    private func checkOutputFolder() throws {
        guard let output else { return }
        let folder = URL(filePath: output).deletingLastPathComponent().path(percentEncoded: false)
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw CommandError.cannotWrite(
                "\(output): its folder is not there or cannot be written to; make it, or name another with '-o'.")
        }
    }

    func run() throws {
        try checkOutputFolder()
        let cache = options.workloadCache()
        let prepared = try PreparedSweep(file: file, cache: cache)
        prepared.notes.forEach(options.output.message)
        let sweep = prepared.sweep
        let settings = RangeTestSettings(
            lowest: lowest, highest: highest, steps: steps, seed: seed ?? sweep.seeds.first ?? 1)
        let variants = OptimizerVariant.all(
            of: prepared.plan.configurations, standard: Workload.defaultOptimizer)
        let tests = try prepared.testLearningRates(
            of: variants, from: lowest, to: highest, steps: steps, seed: settings.seed, cache: cache
        ) { variant, index in
            options.output.message(
                LearningRateRangeReport.progress(variant, index, of: variants.count, steps: steps))
        }
        let words = ["--from", "\(lowest)", "--to", "\(highest)", "--steps", "\(steps)", "--seed", "\(settings.seed)"]
        let command = ShellText.words(["sweep", "lr-range", file] + words + options.storeWords)
        let chart = LearningRateRangeChart(sweep: sweep.name, tests: tests, command: command)
        let folder = SweepFolder(sweep: sweep.name, besideStore: options.path).charts
        let charts = try draw(chart, orTo: folder)
        let report = LearningRateRangeReport(sweep: sweep.name, settings: settings, tests: tests, charts: charts)
        report.notes.forEach(options.output.message)
        try options.output.data(options.json ? report.json : report.yaml)
    }

    /// A system without fonts, memory or threads for it is no reason to fail, unless the chart was asked for.
    private func draw(_ chart: LearningRateRangeChart, orTo folder: String) throws -> [String] {
        do {
            let paths = try chart.write(to: output, orTo: folder)
            options.output.message("Chart: \(paths[0])")
            return paths
        } catch {
            guard output == nil, error.isOfTheSystem else { throw error }
            options.output.message("No chart: \(error)")
            return []
        }
    }
}
