import Expressions
import Settings

/// Checks a `where`: its grammar, and that each name in it is a hyperparameter of the sweep.
enum ConditionReader {
    /// - Parameters:
    ///   - path: what the condition is called in messages.
    ///   - names: the hyperparameters; nil where they are not known.
    static func check(
        _ node: YAMLNode, path: String = "where", names: [String]?
    ) throws(SweepFileError.Problem) {
        let text = try node.text(path)
        do throws(ExpressionError) {
            let condition = try Expression(parsing: text)
            guard let names else { return }
            for use in condition.names where !names.contains(use.name) {
                let rule = SettingError.unknown("hyperparameter in this sweep", use.name, among: names)
                throw condition.error(use.column, "'\(use.name)': \(rule)")
            }
        } catch {
            throw problem(error, node, path)
        }
    }

    private static func problem(_ error: ExpressionError, _ node: YAMLNode, _ path: String) -> SweepFileError.Problem {
        guard case .scalar(let scalar) = node.content, let indent = scalar.indent else {
            return SweepFileError.Problem(position: node.position, message: "'\(path)': \(error)")
        }
        let column = node.position.column + indent + error.column - 1
        let end = error.message.hasSuffix("?") ? "" : "."
        return SweepFileError.Problem(
            position: SourcePosition(line: node.position.line, column: column),
            message: "'\(path)': \(error.message)\(end)")
    }
}
