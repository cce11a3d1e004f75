public import ArgumentParser
import SweepRuns
import SweepViews
public import TextReports
import TrialPrograms

/// `sweep export`: a sweep's trials or measurements for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Export a sweep's trials, or the values of a metric, as CSV or JSON.",
        discussion: """
            Without '--metric', a row for each trial: its hyperparameters, state, best and last objective. With it, \
            a row for each value. Numbers have all their digits.
            """)

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @Option(help: "csv or json (default: csv; json with '--json').")
    var format: ExportFormat?

    @Option(help: ArgumentHelp("Every value of this metric; may be given more than once.", valueName: "name"))
    var metric: [String] = []

    @Flag(help: "Also trials that the sweep's file, with its data as they are now, no longer asks for.")
    var all = false

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if options.json, format == .csv { throw ValidationError("'--format csv' and '--json' cannot both be had.") }
    }

    func run() throws {
        let store = try options.openForReading()
        let view = try SweepView(of: SweepLookup.find(sweep, in: store), in: store, includingUnplanned: all)
        let format = self.format ?? (options.json ? .json : .csv)
        if metric.isEmpty {
            let export = TrialExport(view: view)
            try options.output.data(format == .csv ? export.csv : export.json)
        } else {
            for name in metric where !view.metrics.contains(name) {
                throw CommandError.unknown("metric", name, among: view.metrics)
            }
            try MetricExport(view: view, metrics: metric).write(from: store, as: format, to: options.output.write)
        }
        view.notes.map(\.sentence).forEach(options.output.message)
    }
}

extension ExportFormat: ExpressibleByArgument {}
