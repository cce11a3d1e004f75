import ArgumentParser
import Expressions
import Reports
import ResultsStore
import SweepViews
import Sweeps
import TextReports
import TrialPrograms

/// Which trials count, as a person writes it: `--where "optimizer == 'adam' and lr < 0.1"`.
struct ConditionOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only trials for which this holds, in hyperparameters and metrics: \"optimizer == 'adam' and lr < 0.1\".",
            valueName: "expression"))
    var `where`: String?

    /// As it was written; nil for all trials.
    var text: String? { self.where }

    /// The option again.
    var words: [String] { text.map { ["--where", $0] } ?? [] }

    /// What there is to say where no trial of these sweeps is as the condition asks.
    func nothing(in sweeps: [String]) -> CommandError {
        let names = Phrases.list(sweeps.map { "'\(SafeText.escaping($0))'" })
        let rank = sweeps.map { ShellText.quoting(SafeText.escaping($0)) }.joined(separator: " ")
        return .wrongInput(
            "'--where': no trial of \(names) is so: \(SafeText.escaping(text ?? "")); 'sweep rank \(rank)' shows what "
                + "there is.")
    }

    /// What `read` makes of the condition, which is nil where all trials count.
    ///
    /// - Throws: `CommandError` where the condition makes no sense; what `read` throws.
    func apply<Result>(_ read: (Expression?) throws -> Result) throws -> Result {
        do {
            return try read(text.map { try Expression(parsing: $0) })
        } catch let error as ExpressionError {
            throw CommandError.wrongInput("'--where': \(error)")
        }
    }

    /// The view of those trials of the sweeps.
    ///
    /// - Throws: as `apply`; `CommandError` where no trial fulfils the condition.
    func view(
        of records: [SweepRecord], in store: ResultsStore, judgedBy choice: ObjectiveChoice,
        includingUnplanned: Bool = false, selection: MeasurementSelection = MeasurementSelection()
    ) throws -> SweepView {
        let view = try apply {
            try SweepView(
                of: records, in: store, judgedBy: choice, where: $0, includingUnplanned: includingUnplanned,
                selection: selection)
        }
        if text != nil, view.trials.isEmpty { throw nothing(in: records.map(\.name)) }
        return view
    }
}
