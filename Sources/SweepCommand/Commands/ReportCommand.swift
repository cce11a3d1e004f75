public import ArgumentParser
public import Reports
import ResultsStore
import Settings
import SweepRuns
import SweepViews
import TextReports
import TrialFolders
import TrialPrograms

/// `sweep report`: what a sweep teaches, as a document.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write what a sweep teaches: verdict, warnings, ranking, parameters, charts.",
        discussion: """
            The verdict comes first, in one sentence, then what to beware of, then the evidence, and at the end how to \
            reproduce the winner.
            With '-o' the file's ending says the format: .html is one page that holds its charts and needs nothing \
            beside it; .md is Markdown, with its charts as PNG in a folder beside it, such as x.charts for x.md.
            Without '-o' the report is printed, as Markdown unless '--format html' is given. Printed Markdown shows the \
            charts that are in the sweep's folder, results/<sweep>/charts, if they are there; with '--by', '--where' \
            and the like it shows none, since those charts are of something else.
            """)

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write the report into this file, .md or .html.", valueName: "file"),
        completion: .file(extensions: ["md", "html"]))
    var output: String?

    @Option(help: "markdown or html (default: as the file's ending says; printed: markdown).")
    var format: ReportFormat?

    @OptionGroup var objective: ObjectiveOptions

    @OptionGroup var condition: ConditionOption

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("So many of the best in the ranking, and at most 8 by name in charts.", valueName: "n"))
    var top = 10

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if top < 1 { throw ValidationError("'--top' is \(top); it must be at least 1.") }
        if options.json, output != nil || format != nil {
            throw ValidationError("'--json' prints the report for machines; it cannot go with '-o' or '--format'.")
        }
        guard let output, !options.json else { return }
        let ending = ReportFormat(path: output)
        if ending == nil, format == nil {
            throw ValidationError(
                "'\(output)' does not say its format; it must end in .md or .html, or add '--format'.")
        }
        if let ending, let format, ending != format {
            throw ValidationError("'\(output)' ends as \(ending.rawValue) does, but '--format' is \(format.rawValue).")
        }
    }

    func run() throws {
        let store = try options.openForReading()
        let record = try SweepLookup.find(sweep, in: store)
        let reported = ReportedSweep(
            record, storePath: store.path, conditionWords: condition.words, storeWords: options.storeWords, top: top)
        let view = try condition.view(
            of: [record], in: store, judgedBy: objective.choice, selection: reported.selection)
        let report = try reported.report(of: view) {
            try SweepView(of: record, in: store, judgedBy: objective.choice)
        }
        defer { view.notes.map(\.sentence).forEach(options.output.message) }
        if options.json { return try options.output.result(report.json.canonicalJSON) }
        guard let output else { return try options.output.result(printed(report)) }
        switch format ?? ReportFormat(path: output) ?? .markdown {
        case .html: try report.writePage(to: output)
        case .markdown: try report.writeMarkdown(to: output)
        }
        try options.output.data(SafeText.escaping(output))
    }

    private func printed(_ report: SweepReport) throws -> String {
        if format == .html { return try report.page() }
        let isOfAll = condition.text == nil && !objective.choice.isGiven
        let folder = SweepFolder(sweep: report.sweep, besideStore: options.path).charts
        return report.markdown(withChartsIn: isOfAll ? folder : nil)
    }
}

extension ReportFormat: ExpressibleByArgument {}
