import ArgumentParser
import Expressions
import Reports
import Sweeps
import TextReports

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
}
