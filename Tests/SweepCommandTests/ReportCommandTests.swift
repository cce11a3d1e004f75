import Analysis
import ArgumentParser
import Foundation
import Reports
import ResultsStore
import SampleSweeps
import Settings
import SweepViews
import Sweeps
import Testing
import TextReports

@testable import SweepCommand

@Suite("Reporting a sweep") struct ReportCommandTests {
    /// What the command says about arguments that it refuses.
    private func refusal(_ arguments: String...) -> String? {
        do {
            _ = try ReportCommand.parse(["digits"] + arguments)
            return nil
        } catch {
            return ReportCommand.message(for: error)
        }
    }

    private func run(_ sample: SampleStore, _ arguments: String...) throws {
        try ReportCommand.parse(["digits", "--quiet", "--store", sample.store.path] + arguments).run()
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("arguments that make no sense are refused before the store is opened")
    func refusals() {
        #expect(
            refusal("-o", "a.txt") == "'a.txt' does not say its format; it must end in .md or .html, or add '--format'."
        )
        #expect(refusal("-o", "a.md", "--format", "html") == "'a.md' ends as markdown does, but '--format' is html.")
        #expect(refusal("--top", "0") == "'--top' is 0; it must be at least 1.")
        #expect(
            refusal("--json", "-o", "a.md")
                == "'--json' prints the report for machines; it cannot go with '-o' or '--format'.")
        #expect(refusal("-o", "a.HTM") == nil && refusal("-o", "report", "--format", "html") == nil)
    }

    @Test("every command that a report names finds the store that the report is of")
    func commands() throws {
        let sample = try SampleStore()
        let path = sample.folder.appending(path: "it's.md").path
        try run(sample, "-o", path)
        let commands = try text(path).split(whereSeparator: { "\n`".contains($0) }).filter { $0.hasPrefix("sweep ") }
        #expect(commands.count >= 4)
        for command in commands { #expect(command.contains("--store \(sample.store.path)"), "\(command)") }
    }

    @Test("a page is one file, and the same every time")
    func page() throws {
        let sample = try SampleStore()
        let path = sample.folder.appending(path: "report.html").path
        try run(sample, "-o", path)
        let first = try text(path)
        #expect(first.hasPrefix("<!DOCTYPE html>") && first.contains("<img src=\"data:image/svg+xml;base64,"))
        #expect(first.contains("adam") && first.contains("digits-best.yaml") && !first.contains("evil\u{1b}"))
        try run(sample, "-o", path)
        #expect(try text(path) == first)
        let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path)
        #expect(names.filter { $0.hasPrefix("report") } == ["report.html"])
    }

    @Test("Markdown has its charts in a folder beside it, and names no other")
    func markdown() throws {
        let sample = try SampleStore()
        let path = sample.folder.appending(path: "what it says.md").path
        try run(sample, "-o", path)
        let charts = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path + "/what it says.charts")
        #expect(charts.contains("accuracy.png"))
        let named = try text(path).matches(of: #/\]\(what%20it%20says\.charts/([a-z-]+\.png)\)/#).map { String($0.1) }
        #expect(named.sorted() == charts.sorted())
    }

    @Test("the file in the report trains the winner, and commands print it where they would choose the same")
    func reproduction() throws {
        let sample = try SampleStore()
        let path = sample.folder.appending(path: "a.md").path
        try run(sample, "-o", path)
        let all = try text(path)
        let best = try #require(
            BestReport(RankedConfigurations(sample.view()), store: ""))
        #expect(all.contains("```yaml\n" + (try best.sweepFile(.own)) + "```"))
        let store = "--store " + sample.store.path
        #expect(
            all.contains("sweep best digits --yaml \(store) > digits-best.yaml\nsweep run digits-best.yaml \(store)"))
        #expect(
            all.contains(
                "sweep best digits --fresh \(store) > digits-confirm.yaml\nsweep run digits-confirm.yaml \(store)"))
        try run(sample, "-o", path, "--where", "seed == 1 and optimizer == 'adam'", "--by", "batch_loss")
        let some = try text(path)
        #expect(some.contains("Only trials with seed == 1 and optimizer == 'adam'."))
        #expect(some.contains("optimizer: {name: adam") && some.contains("and run it:"))
        try run(sample, "-o", path, "--by", "batch_loss", "--select", "last")
        #expect(
            try text(path).contains(
                "sweep best digits --yaml --by batch_loss --goal minimize --select last \(store) > "))
    }

    @Test("conditions that fit nothing, metrics that nobody measured and files that cannot be written are errors")
    func impossible() throws {
        let sample = try SampleStore()
        #expect(
            throws: CommandError.wrongInput(
                "'--where': no trial of 'digits' is so: seed > 9; 'sweep rank digits' shows what there is.")
        ) { try run(sample, "--where", "seed > 9") }
        #expect(
            throws: CommandError.wrongInput(
                "'--where': column 1 of 'lr > 9': 'lr': no such hyperparameter or metric; there are: "
                    + "batch_loss, data, dev_accuracy, epochs, optimizer, optimizer.eps, seed, state.")
        ) {
            try run(sample, "--where", "lr > 9")
        }
        #expect(throws: SweepViewError.self) { try run(sample, "--by", "dev_los") }
        let missing = sample.folder.appending(path: "none/a").path
        for (ending, words) in [
            ("html", "'\(missing).html' cannot be written: is its folder there and writable, and the disk not full?"),
            ("md", "'\(missing).charts' cannot be made: is its folder there and writable?"),
        ] {
            let error = #expect(throws: ReportFileError.self) { try run(sample, "-o", "\(missing).\(ending)") }
            #expect(error.flatMap { CommandError($0) } == .cannotWrite(words))
        }
    }
}
