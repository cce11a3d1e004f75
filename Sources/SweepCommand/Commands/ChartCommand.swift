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
import TrialPrograms

/// `sweep chart`: the pictures of a sweep.
struct ChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "Draw the curves of a sweep as PNG, SVG or PDF.",
        discussion: """
            Without '-o' the charts of all kinds go to the sweep's folder, results/<sweep>/charts, each as a PNG with \
            a CSV of its data beside it, and their paths are printed. With '-o' one chart goes to the file; its ending \
            says the format: .png, .svg, .pdf, or .csv for the numbers alone.

            '--metric' draws the curves of anything that was measured in place of a kind: metrics measured on different \
            sets share one axis, others lie one below the other.

            Curves are means over a configuration's seeds. Kinds of charts: \(ChartKind.names.joined(separator: ", ")). \
            Options that make sense for some kinds only choose among them where '--kind' does not.

            'sweep chart FILE --kind lr' draws the learning rates of a file that has not run yet, but for those that \
            follow a metric. Charts count epochs from 1: the first ends at 1. Milestones, t_0 and formulas count what \
            is done, from 0: a rate set for epoch 10 holds from 10 to 11, in the eleventh epoch.
            """)

    @Argument(help: "The sweep's name or file; several for one chart of all of them.")
    var sweeps: [String]

    @Option(help: ArgumentHelp("The kind of chart (default: all; with '-o': loss).", valueName: "kind"))
    var kind: String?

    @Option(
        help: ArgumentHelp(
            "Draw the curves of these metrics: train_loss,grad_norm,epoch_seconds.", valueName: "name[,name]"))
    var metric: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Draw one chart into this file.", valueName: "file"),
        completion: .file(extensions: ["png", "svg", "pdf", "csv"]))
    var output: String?

    @OptionGroup var look: ChartLook
    @OptionGroup var content: ChartContent
    @OptionGroup var options: StoreOptions

    func validate() throws {
        do {
            _ = try look.checked()
            try content.check()
            if let metrics = try metrics {
                try check(metrics)
            } else {
                _ = try kinds
            }
            if let output { _ = try ChartFormat(path: output) }
        } catch let error as CommandError {
            throw ValidationError(error.description)
        } catch let error as ChartError {
            throw ValidationError(error.description)
        }
        if sweeps.count > 1, output == nil {
            throw ValidationError(
                "A chart of several sweeps belongs to none of their folders; say where with '-o FILE'.")
        }
    }

    func run() throws {
        var chart = try look.checked()
        content.apply(to: &chart)
        if metric == nil, let file = try unmeasuredFile(kinds) {
            chart.command = command(for: [file])
            return try draw(try plannedRates(file, chart), kinds, chart)
        }
        let store = try options.openForReading()
        let records = try SweepLookup.find(sweeps, in: store)
        chart.command = command(for: records.map(\.name))
        if let metrics = try metrics { return try draw(metrics, of: records, in: store, chart) }
        let kinds = try kinds
        let results = try content.results(of: records, in: store, options: chart) { _ in
            MeasurementSelection(for: kinds, options: chart)
        }
        try draw(results, kinds, chart)
    }

    private func command(for sweeps: [String]) -> String {
        ShellText.words(
            ["sweep", "chart"] + sweeps + look.words + content.words + options.storeWords)
    }

    /// The sweep's file, where learning rates are asked for and none has been measured.
    private func unmeasuredFile(_ kinds: [ChartKind]) throws -> String? {
        guard kinds == [.lr], sweeps.count == 1 else { return nil }
        return try SweepLookup.unmeasuredFile(sweeps[0], storePath: options.path, open: options.openForReading) {
            $0 == "lr" || $0.hasPrefix("lr.")
        }
    }

    /// What the file says, without training.
    private func plannedRates(_ file: String, _ chart: ChartOptions) throws -> SweepView {
        let cache = options.workloadCache(onlyChecks: true)
        let planned = try content.plannedRates(
            try PreparedSweep(file: file, cache: cache), cache: cache, options: chart)
        if !planned.untold.isEmpty {
            options.output.message(
                "Not drawn, since its rates follow a metric, which only training tells: "
                    + SafeText.escaping(planned.untold.joined(separator: "; ")) + ".")
        }
        return planned.view
    }

    private func draw(_ results: SweepView, _ kinds: [ChartKind], _ chart: ChartOptions) throws {
        var chart = chart
        if let output, let kind = kinds.first {
            chart.command = SweepCharts.command(chart.command, for: kind)
            guard let figure = kind.figure(of: results, options: chart) else {
                throw CommandError.wrongInput(absence(results).of(kind))
            }
            try figure.write(to: output, resolution: look.dpi)
            try report([output])
        } else {
            let folder = SweepFolder(sweep: results.sweep, besideStore: options.path).charts
            let outcome = try SweepCharts.write(kinds, of: results, to: folder, options: chart, resolution: look.dpi)
            for kind in outcome.skipped { options.output.message(absence(results).of(kind)) }
            try report(outcome.paths)
        }
    }

    /// What '--metric' names; nil without it.
    private var metrics: MetricChart? {
        get throws {
            guard let metric else { return nil }
            let names = metric.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard names.allSatisfy({ !$0.isEmpty }) else {
                throw CommandError.wrongUsage(
                    "'--metric' is '\(SafeText.escaping(metric))'; it must be names with commas between, as "
                        + "train_loss,grad_norm.")
            }
            return MetricChart(names)
        }
    }

    private func check(_ metrics: MetricChart) throws {
        if let kind {
            throw CommandError.wrongUsage(
                "'--metric' draws curves in place of a kind of chart; leave it out, or '--kind \(kind)'.")
        }
        for option in content.given where !ChartKind.curveOptions.contains(option) {
            throw CommandError.wrongUsage("'--\(option.rawValue)' makes no sense with '--metric'.")
        }
        guard metrics.panelCount <= MetricChart.mostPanels else {
            throw CommandError.wrongUsage(
                "'--metric' asks for \(metrics.panelCount) panels, and a chart has room for \(MetricChart.mostPanels).")
        }
        if metrics.panelCount > 1, content.facet != nil {
            throw CommandError.wrongUsage(
                "'--facet' makes a panel for each value, and '--metric' one for each of several metrics; name one metric."
            )
        }
    }

    private func draw(
        _ metrics: MetricChart, of records: [SweepRecord], in store: ResultsStore, _ options: ChartOptions
    ) throws {
        var chart = options
        chart.command =
            (options.command ?? "") + " --metric " + ShellText.words([metrics.metrics.joined(separator: ",")])
        let view = try content.results(of: records, in: store, options: chart) { view in
            let known = Set(view.trials.flatMap(\.outcome.summaries.keys))
            for name in metrics.metrics where !known.contains(name) {
                throw CommandError.unknown("metric of \(named(records))", name, among: known.sorted())
            }
            return metrics.selection(in: view, options: chart)
        }
        guard let figure = metrics.figure(of: view, options: chart) else {
            throw CommandError.wrongInput(absence(view).of(metrics))
        }
        if let output {
            try figure.write(to: output, resolution: look.dpi)
            try report([output])
        } else {
            let folder = SweepFolder(sweep: view.sweep, besideStore: self.options.path).charts
            try report(SweepCharts.write(figure, as: metrics.name, to: folder, resolution: look.dpi))
        }
    }

    private func named(_ records: [SweepRecord]) -> String {
        Phrases.list(records.map { "'\(SafeText.escaping($0.name))'" })
    }

    private func absence(_ view: SweepView) -> ChartAbsence {
        ChartAbsence(view: view, progress: content.x, hasRange: content.xRange != nil)
    }

    private func report(_ paths: [String]) throws {
        try options.output.result(
            options.json
                ? SettingValue.list(paths.map { .string($0) }).canonicalJSON
                : paths.map { SafeText.escaping($0) + "\n" }.joined())
    }

    /// What to draw: the kind asked for, or all that know the options.
    private var kinds: [ChartKind] {
        get throws {
            let given = content.given
            guard let kind = kind ?? (output == nil ? nil : ChartKind.loss.rawValue) else {
                let fitting = ChartKind.allCases.filter { $0.options.isSuperset(of: given) }
                if !fitting.isEmpty { return fitting }
                let names = given.map { "'--\($0.rawValue)'" }.joined(separator: " and ")
                throw CommandError.wrongUsage("No kind of chart knows \(names) together.")
            }
            let known = try ChartKind(named: kind)
            for option in given where !known.options.contains(option) {
                let others = ChartKind.allCases.filter { $0.options.contains(option) }.map(\.rawValue)
                throw CommandError.wrongUsage(
                    "'--\(option.rawValue)' makes no sense for the chart '\(kind)'; it does for \(Phrases.list(others))."
                )
            }
            return [known]
        }
    }
}

extension ChartKind {
    init(named name: String) throws(CommandError) {
        guard let kind = ChartKind(rawValue: name) else {
            throw CommandError.unknown("kind of chart", name, among: ChartKind.names)
        }
        self = kind
    }
}
