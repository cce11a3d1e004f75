/// A special case is ahead of its generalization, which could have done the same.
public struct SpecialCaseAhead: Hashable, Sendable {
    public let generalization: Generalization
    public let comparison: Comparison
    public let unit: ObjectiveUnit

    /// `comparison` is that of the best configuration of the special case with the best of the general one; nil where
    /// the special one is not ahead.
    public init?(_ generalization: Generalization, comparison: Comparison, unit: ObjectiveUnit) {
        guard comparison.difference > 0 else { return nil }
        self.generalization = generalization
        self.comparison = comparison
        self.unit = unit
    }

    public var sentence: String {
        let (special, general) = (generalization.special, generalization.general)
        let margin = comparison.interval.upper - comparison.difference
        let difference = unit.words(difference: comparison.difference, margin: margin)
        let reason = "although \(general) with \(generalization.condition) is \(special)"
        return comparison.isToldApart
            ? "\(special) beats \(general) by \(difference), \(reason): \(general) was tuned too little; try more settings of it."
            : "\(special) is ahead of \(general) by \(difference), no more than chance explains, \(reason): "
                + "\(general) may have been tuned too little; try more settings of it."
    }
}
