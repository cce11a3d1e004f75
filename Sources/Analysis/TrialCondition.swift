public import Expressions
import Settings
public import Sweeps

/// A condition on trials, in hyperparameters and metrics: `optimizer == 'adam' and dev_loss < 0.1`.
///
/// Hyperparameters go by their dotted names, and `seed` and `state` are known too. A metric stands for its value where
/// the objective reads it: the objective's own by its selection, any other metric's last one. Where two have one name,
/// the hyperparameter is meant.
public struct TrialCondition: Sendable {
    private let expression: Expression
    private let objective: Objective

    public init(_ expression: Expression, objective: Objective) {
        self.expression = expression
        self.objective = objective
    }

    /// As it was written.
    public var text: String { expression.text }

    /// Those of `outcomes` for which the condition holds.
    ///
    /// - Throws: `ExpressionError` if it names what none of them has, or compares what cannot be compared.
    public func matches(in outcomes: [TrialOutcome]) throws(ExpressionError) -> [TrialOutcome] {
        let values = outcomes.map(values)
        let known = values.reduce(into: Set(["seed", "state", objective.metric])) { $0.formUnion($1.keys) }
        for use in expression.names where !known.contains(use.name) {
            throw expression.error(use.column, "'\(use.name)': \(words(forUnknown: use.name, among: known, values))")
        }
        try checkStates()
        var matches: [TrialOutcome] = []
        for (outcome, values) in zip(outcomes, values)
        where try expression.holds({ values[$0] ?? .null }) {
            matches.append(outcome)
        }
        return matches
    }

    /// What is not known may be a text without its quotes: `optimizer == adam`.
    private func words(
        forUnknown name: String, among known: Set<String>, _ values: [[String: ExpressionValue]]
    ) -> String {
        let others = expression.equations.filter { $0.names.contains(name) }.map(\.name)
        let other = others.first { other in
            values.contains { if case .text? = $0[other] { true } else { false } }
        }
        guard let other else { return SettingError.unknown("hyperparameter or metric", name, among: known) }
        return "no such hyperparameter or metric; '\(other)' is text, so write '\(name)' in quotes"
    }

    /// A state that no trial can be in is a mistake in writing.
    private func checkStates() throws(ExpressionError) {
        let known = TrialState.allCases.map(\.rawValue)
        for equation in expression.equations where equation.name == "state" {
            for text in equation.texts where !known.contains(text) {
                throw expression.error(
                    equation.column, "'\(text)': \(SettingError.unknown("state", text, among: known))")
            }
        }
    }

    private func values(of outcome: TrialOutcome) -> [String: ExpressionValue] {
        var values: [String: ExpressionValue] = [
            "seed": .number(Double(outcome.trial.seed)), "state": .text(outcome.state.rawValue),
        ]
        for (metric, summary) in outcome.summaries {
            let point = metric == objective.metric ? outcome.value(objective) : summary.value(.last, objective.goal)
            values[metric] = point.map { .number($0.value) } ?? .null
        }
        for (name, value) in outcome.trial.configuration.parameters { values[name] = ExpressionValue(value) }
        return values
    }
}

extension ExpressionValue {
    /// What an expression sees of a setting; a mapping, which expressions cannot name, as its text.
    init(_ setting: SettingValue) {
        switch setting {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .number(Double(value))
        case .double(let value): self = .number(value)
        case .string(let text): self = .text(text)
        case .list(let values): self = .list(values.map { ExpressionValue($0) })
        case .mapping: self = .text(setting.description)
        }
    }
}
