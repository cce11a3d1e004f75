import Analysis
import ArgumentParser
import Charts
import Foundation
import Reports
import ResultsStore
import Settings
import SweepRuns
import SweepViews
import Sweeps
import TextReports
import TrialFolders

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
        let reader = try SweepReportReader(
            SweepLookup.find(sweep, in: store), in: store, judgedBy: objective.choice, where: condition, top: top,
            storeWords: options.storeWords)
        let report = try reader.report()
        if options.json { return try options.output.result(report.json.canonicalJSON) }
        guard let output else { return try options.output.result(printed(report)) }
        switch format ?? ReportFormat(path: output) ?? .markdown {
        case .html: try write(page(report), to: output)
        case .markdown: try writeMarkdown(report, to: output)
        }
        try options.output.data(SafeText.escaping(output))
        reader.view.notes.map(\.sentence).forEach(options.output.message)
    }

    private func printed(_ report: SweepReport) throws -> String {
        if format == .html { return try page(report) }
        let isOfAll = condition.text == nil && !objective.choice.isGiven
        let folder = SweepFolder(sweep: report.sweep, besideStore: options.path).charts
        return MarkdownText(report.document) { chart in
            let path = "\(folder)/\(chart.kind.rawValue).png"
            return isOfAll && FileManager.default.fileExists(atPath: path) ? path : nil
        }.text
    }

    private func page(_ report: SweepReport) throws -> String {
        try HTMLPage(report.document) { try EmbeddedPicture($0.figure, dark: $0.darkFigure) }.text
    }

    /// The charts first, so that the document never names one that is not there.
    private func writeMarkdown(_ report: SweepReport, to path: String) throws {
        let url = URL(filePath: path)
        let folder = url.deletingPathExtension().lastPathComponent + ".charts"
        let folderPath = url.deletingLastPathComponent().appending(path: folder).path(percentEncoded: false)
        if !report.charts.isEmpty {
            do {
                try FileManager.default.createDirectory(atPath: folderPath, withIntermediateDirectories: false)
            } catch CocoaError.fileWriteFileExists {
                // A folder of an earlier report is written over.
            } catch {
                throw CommandError.cannotWrite("'\(folderPath)' cannot be made: is its folder there and writable?")
            }
        }
        for chart in report.charts { try chart.figure.write(to: "\(folderPath)/\(chart.kind.rawValue).png") }
        try write(MarkdownText(report.document) { "\(folder)/\($0.kind.rawValue).png" }.text, to: path)
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try ReplacementFile.write(Array(text.utf8), to: path)
        } catch {
            throw CommandError.cannotWrite(
                "'\(SafeText.escaping(path))' cannot be written: is its folder there and writable, and the disk not full?"
            )
        }
    }
}

/// As what a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case markdown, html

    /// What the ending of a file's name says; nil where it says neither.
    init?(path: String) {
        switch URL(filePath: path).pathExtension.lowercased() {
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        default: return nil
        }
    }
}
