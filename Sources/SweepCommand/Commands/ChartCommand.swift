import Analysis
import ArgumentParser
import Charts
import Expressions
import Foundation
import Reports
import ResultsStore
import Settings
import TrialScheduling

/// `sweep chart`: the pictures of a sweep.
struct ChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "Draw the curves of a sweep as PNG, SVG or PDF.",
        discussion: """
            Without '-o' the charts of all kinds go to the sweep's folder, results/<sweep>/charts, each as a PNG with \
            a CSV of its data beside it, and their paths are printed. With '-o' one chart goes to the file; its ending \
            says the format: .png, .svg, .pdf, or .csv for the numbers alone.

            Curves are means over a configuration's seeds. Kinds of charts: \(ChartKind.names.joined(separator: ", ")).
            """)

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @Option(help: ArgumentHelp("The kind of chart (default: all; with '-o': loss).", valueName: "kind"))
    var kind: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Draw one chart into this file.", valueName: "file"),
        completion: .file(extensions: ["png", "svg", "pdf", "csv"]))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Only trials for which this holds, in hyperparameters and metrics: \"optimizer == 'adam' and lr < 0.1\".",
            valueName: "expression"))
    var `where`: String?

    @Option(help: ArgumentHelp("Width and height in inches, or with 'cm' or 'mm' after them.", valueName: "WxH"))
    var size = "7.2x4.5"

    @Option(help: ArgumentHelp("Dots per inch of a PNG.", valueName: "n"))
    var dpi = Figure.standardResolution

    @Option(help: ArgumentHelp("Colour and name so many of the best configurations; others are grey.", valueName: "n"))
    var top = ChartOptions().top

    @Option(help: "In place of the usual title.")
    var title: String?

    @OptionGroup var options: StoreOptions

    func validate() throws {
        do {
            _ = try kinds
            _ = try FigureSize(size)
            if let output { _ = try ChartFormat(path: output) }
            try Figure.check(resolution: dpi)
        } catch let error as CommandError {
            throw ValidationError(error.description)
        } catch let error as ChartError {
            throw ValidationError(error.description)
        }
        if top < 1 { throw ValidationError("'--top' is \(top); it must be at least 1.") }
    }

    func run() throws {
        let store = try options.openForReading()
        let record = try SweepLookup.find(sweep, in: store)
        let kinds = try kinds
        let results = try results(of: record, in: store, kinds: kinds)
        var chart = ChartOptions()
        chart.top = top
        chart.title = title
        chart.size = try FigureSize(size)
        chart.command = command(for: record.name)
        if let output, let kind = kinds.first {
            chart.command = SweepCharts.command(chart.command, for: kind)
            guard let figure = kind.figure(of: results, options: chart) else {
                throw CommandError.wrongInput(Self.nothing(kind, record.name))
            }
            try figure.write(to: output, resolution: dpi)
            try report([output])
        } else {
            let folder = SweepFolder(sweep: record.name, besideStore: options.path).charts
            let outcome = try SweepCharts.write(kinds, of: results, to: folder, options: chart, resolution: dpi)
            for kind in outcome.skipped { options.output.message(Self.nothing(kind, record.name)) }
            try report(outcome.paths)
        }
    }

    private func results(
        of record: SweepRecord, in store: ResultsStore, kinds: [ChartKind]
    ) throws -> SweepResults {
        guard let text = self.where else { return try SweepResults(of: record, in: store, kinds: kinds, top: top) }
        do {
            let condition = TrialCondition(try Expression(parsing: text), objective: record.objective)
            let results = try SweepResults(of: record, in: store, kinds: kinds, top: top, where: condition)
            if !results.trials.isEmpty { return results }
        } catch let error as ExpressionError {
            throw CommandError.wrongInput("'--where': \(error)")
        }
        let name = SafeText.escaping(record.name)
        throw CommandError.wrongInput(
            "'--where': no trial of '\(name)' is so; 'sweep rank \(name)' shows what there is.")
    }

    private func report(_ paths: [String]) throws {
        try options.output.result(
            options.json
                ? SettingValue.list(paths.map { .string($0) }).canonicalJSON
                : paths.map { SafeText.escaping($0) + "\n" }.joined())
    }

    private var kinds: [ChartKind] {
        get throws {
            guard let kind else { return output == nil ? ChartKind.allCases : [.loss] }
            guard let known = ChartKind(rawValue: kind) else {
                throw CommandError.unknown("kind of chart", kind, among: ChartKind.names)
            }
            return [known]
        }
    }

    /// What makes the charts again, without where they go.
    private func command(for name: String) -> String {
        var words = ["sweep", "chart", name]
        if size != "7.2x4.5" { words += ["--size", size] }
        if top != ChartOptions().top { words += ["--top", String(top)] }
        if let text = self.where { words += ["--where", text] }
        return ShellText.words(words)
    }

    private static func nothing(_ kind: ChartKind, _ sweep: String) -> String {
        let metrics = kind.metrics.map { "'\($0)'" }.joined(separator: " and ")
        return "'\(SafeText.escaping(sweep))' has measured no \(metrics), so there is no chart '\(kind.rawValue)'."
    }
}
