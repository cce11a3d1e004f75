import Randomness

/// What a tree learns from: the level of each parameter in each configuration, and its objective.
struct CodedTable {
    /// How many levels each parameter has, 1...64.
    let levelCounts: [Int]
    let isOrdered: [Bool]
    /// `[parameters][configurations]`; none is absent.
    let codes: [[UInt8]]
    let objective: [Double]

    var parameterCount: Int { levelCounts.count }
    var count: Int { objective.count }

    /// Draws a level for every absent parameter.
    ///
    /// A parameter of one choice's branch does nothing in the others. Functional ANOVA speaks of functions on a whole
    /// product of domains, so the objective is taken to be extended to it by not depending there on the parameter.
    /// A value drawn evenly from the parameter's levels, anew for each tree, is data of this extended function: multiple
    /// imputation (D. B. Rubin, "Multiple Imputation for Nonresponse in Surveys", 1987) from the distribution that the
    /// variance is taken over. Where it matters in one branch only, the effect shows as an interaction with the choice.
    init(_ columns: [ParameterColumn], objective: [Double], filledBy stream: inout RandomStream) {
        levelCounts = columns.map(\.levels.count)
        isOrdered = columns.map(\.isOrdered)
        self.objective = objective
        var filled: [[UInt8]] = []
        for column in columns {
            let levels = UInt64(column.levels.count)
            filled.append(column.codes.map { UInt8($0 ?? Int(stream.below(levels))) })
        }
        codes = filled
    }
}
