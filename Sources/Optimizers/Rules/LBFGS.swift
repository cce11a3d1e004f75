public import Settings

/// Newton's method with the curvature guessed from the latest changes of the gradient, on full batches.
///
/// Options, with PyTorch's names and defaults: `max_iter` (directions per step), `max_eval` (losses per step, 1.25 times
/// as many where not written), `tolerance_grad`, `tolerance_change`, `history_size`, and `line_search_fn`, either null, in
/// which case a direction is followed by the learning rate, or `strong_wolfe`.
///
/// Source: J. Nocedal and S. Wright, "Numerical optimization", 2nd ed., 2006, algorithms 7.4 and 7.5. As in PyTorch, the
/// first direction of all is scaled by min(1, 1/Σ|g|), and there is one learning rate for all parameters and no weight
/// decay.
public struct LBFGS: OptimizerDefinition {
    public static let defaultLearningRate = 1.0
    public static let hasWeightDecay = false

    let mostIterations: Int
    let mostEvaluations: Int
    let gradientTolerance: Double
    let changeTolerance: Double
    let historySize: Int
    let searchesLine: Bool

    public init(_ reader: inout SettingReader) throws(SettingError) {
        mostIterations = try reader.wholeNumber("max_iter", default: 20, atLeast: 1)
        let (product, isTooLarge) = mostIterations.multipliedReportingOverflow(by: 5)
        mostEvaluations = try reader.wholeNumber("max_eval", atLeast: 1) ?? (isTooLarge ? .max : product / 4)
        gradientTolerance = try reader.number("tolerance_grad", default: 1e-7, .notNegative)
        changeTolerance = try reader.number("tolerance_change", default: 1e-9, .notNegative)
        historySize = try reader.wholeNumber("history_size", default: 100, atLeast: 1)
        switch reader.value("line_search_fn") {
        case nil, .null: searchesLine = false
        case .string("strong_wolfe"): searchesLine = true
        case let value: throw reader.error("line_search_fn", value, "it must be 'strong_wolfe' or null")
        }
    }

    public var method: OptimizerMethod { .fullBatch(self) }
}
