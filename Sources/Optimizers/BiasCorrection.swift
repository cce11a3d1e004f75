import Foundation

/// 1 − βᵗ: the share of the weights that an exponentially weighted average has given out after t steps from zero.
func biasCorrectionTerm(_ beta: Double, _ count: Int) -> Double {
    1 - pow(beta, Double(count))
}
