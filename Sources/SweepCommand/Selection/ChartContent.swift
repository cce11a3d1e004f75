public import ArgumentParser
import Charts
import Reports
import ResultsStore
import SweepRuns
public import SweepViews
import Sweeps
import TextReports
import TrialPrograms
import Workloads

/// What a chart shows, and over what.
struct ChartContent: ParsableArguments {
    @OptionGroup var condition: ConditionOption

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Name so many of the best configurations; curves of others are grey (default: all of up to "
                + "\(ChartOptions.mostNames), else \(ChartOptions.usualTop)).",
            valueName: "n"))
    var top: Int?

    @Option(help: ArgumentHelp("Let colours stand for the values of this hyperparameter.", valueName: "parameter"))
    var color: String?

    @Option(help: ArgumentHelp("A panel for each value of this hyperparameter.", valueName: "parameter"))
    var facet: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Smooth curves: each point is the mean over so many, an odd number.", valueName: "n"))
    var smooth: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Where the horizontal axis begins and ends: 10,40; either may be missing: 10,", valueName: "a,b"),
        transform: Self.range)
    var xRange: AxisRange?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Where the vertical axis begins and ends: 0.1,5 or ,5.", valueName: "a,b"),
        transform: Self.range)
    var yRange: AxisRange?

    @Option(help: ArgumentHelp("What curves run over: step, epoch or time.", valueName: "progress"))
    var x: TrainingProgress?

    @Option(
        help: ArgumentHelp(
            "The band around each mean: range, sd, interval (95 % of the mean) or none (default: of more than 3 "
                + "curves the best one's alone).",
            valueName: "band"))
    var band: CurveBand?

    @Flag(inversion: .prefixedNo, help: "A logarithmic vertical axis, or none (default: as suits the data).")
    var logY: Bool?

    @Option(help: ArgumentHelp("The hyperparameter along the horizontal axis.", valueName: "parameter"))
    var xParameter: String?

    @Option(help: ArgumentHelp("The hyperparameter along the vertical axis.", valueName: "parameter"))
    var yParameter: String?

    private static func range(_ text: String) throws -> AxisRange {
        do { return try AxisRange(text) } catch { throw ValidationError(error.description) }
    }

    /// - Throws: `CommandError` for numbers that make no sense.
    func check() throws {
        if let top, top < 1 { throw CommandError.wrongUsage("'--top' is \(top); it must be at least 1.") }
        if let smooth, smooth < 1 || smooth.isMultiple(of: 2) {
            throw CommandError.wrongUsage(
                "'--smooth' is \(smooth); it must be odd, as 5, so that a mean has as much before as after it.")
        }
        if logY == true, let yRange, yRange.reachesZero {
            throw CommandError.wrongUsage(
                "'--y-range' is '\(yRange)'; a logarithmic axis ends above 0, so change it or leave out '--log-y'.")
        }
        if let xParameter, xParameter == yParameter {
            throw CommandError.wrongUsage("'\(SafeText.escaping(xParameter))' is named for both axes.")
        }
    }

    func apply(to options: inout ChartOptions) {
        options.top = top
        options.color = color
        options.facet = facet
        options.smoothing = smooth
        options.progress = x
        options.band = band
        options.isLogarithmic = logY
        options.xParameter = xParameter
        options.yParameter = yParameter
        options.xRange = xRange
        options.yRange = yRange
    }

    /// The options that only some kinds know.
    var given: [ChartOption] {
        var options = ChartOptions()
        apply(to: &options)
        return options.given
    }

    /// The options again.
    var words: [String] {
        let values: [(String, String?)] = [
            ("top", top.map(String.init)), ("color", color), ("facet", facet),
            ("smooth", smooth.map(String.init)), ("x", x?.rawValue), ("band", band?.rawValue),
            ("x-parameter", xParameter), ("y-parameter", yParameter), ("x-range", xRange?.description),
            ("y-range", yRange?.description),
        ]
        let words = values.flatMap { name, value in value.map { ["--\(name)", $0] } ?? [] }
        return condition.words + words + (logY.map { [$0 ? "--log-y" : "--no-log-y"] } ?? [])
    }

    /// What there is to draw of the sweeps.
    ///
    /// - Parameter select: what is needed of them, told by a view without courses.
    /// - Throws: `CommandError` for a condition or a hyperparameter that makes no sense for them; what `select` throws.
    func results(
        of records: [SweepRecord], in store: ResultsStore, options: ChartOptions,
        select: (SweepView) throws -> MeasurementSelection
    ) throws -> SweepView {
        for record in records where record.objective != records[0].objective { throw Self.differ(records[0], record) }
        func read(_ selection: MeasurementSelection) throws -> SweepView {
            try condition.apply { try SweepView(of: records, in: store, where: $0, selection: selection) }
        }
        let joined = try read(select(read(MeasurementSelection())))
        try check(joined, of: records.map(\.name), options: options)
        return joined
    }

    /// The learning rates that a sweep without trials would have.
    ///
    /// - Throws: as the other.
    func plannedRates(_ prepared: PreparedSweep, cache: WorkloadCache, options: ChartOptions) throws -> PlannedRates {
        let planned = try condition.apply {
            try PlannedRates(prepared, cache: cache, where: $0)
        }
        try check(planned.view, of: [prepared.sweep.name], options: options)
        return planned
    }

    private func check(_ view: SweepView, of sweeps: [String], options: ChartOptions) throws {
        if condition.text != nil, view.trials.isEmpty { throw condition.nothing(in: sweeps) }
        do {
            try options.check(against: view)
        } catch {
            throw switch error {
            case .unknownParameter(let name, let known): CommandError.unknown("hyperparameter", name, among: known)
            case .tooManyPanels(let parameter, let count, let most):
                CommandError.wrongInput(
                    "'\(SafeText.escaping(parameter))' has \(count) values, and a chart has room for \(most) panels; "
                        + "choose some with '--where'.")
            case .shortCurves(let longest, let smoothing):
                CommandError.wrongInput(
                    "'--smooth' is \(smoothing), but the longest curve has \(Phrases.count(longest, "point")).")
            }
        }
    }

    private static func differ(_ first: SweepRecord, _ second: SweepRecord) -> CommandError {
        .wrongUsage(
            "'\(SafeText.escaping(first.name))' is judged by \(Words.objective(first.objective)), "
                + "'\(SafeText.escaping(second.name))' by \(Words.objective(second.objective)), so they cannot share a "
                + "chart; 'sweep compare' with '--by METRIC' draws the curves of both.")
    }
}

extension TrainingProgress: ExpressibleByArgument {}
extension CurveBand: ExpressibleByArgument {}
