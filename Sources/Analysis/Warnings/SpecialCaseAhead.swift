/// A special case is ahead of its generalization, which could have done the same.
public struct SpecialCaseAhead: Hashable, Sendable {
    public let generalization: Generalization
    /// By how much it is ahead, positive.
    public let lead: Double
    /// Nil where one seed each is all there is.
    public let comparison: Comparison?
    public let unit: ObjectiveUnit

    /// `comparison` is that of the best configuration of the special case with the best of the general one; nil where
    /// the special one is not ahead.
    public init?(_ generalization: Generalization, comparison: Comparison, unit: ObjectiveUnit) {
        guard comparison.difference > 0 else { return nil }
        self.generalization = generalization
        self.comparison = comparison
        self.unit = unit
        lead = comparison.difference
    }

    /// With one seed each; `lead` is positive.
    public init(_ generalization: Generalization, lead: Double, unit: ObjectiveUnit) {
        precondition(lead > 0, "a lead of \(lead)")
        self.generalization = generalization
        self.lead = lead
        self.unit = unit
        comparison = nil
    }

    public var sentence: String {
        let (special, general) = (generalization.special, generalization.general)
        let margin = comparison.map { $0.interval.upper - $0.difference } ?? 0
        let difference = unit.words(difference: lead, margin: margin)
        let reason = "although \(general) with \(generalization.condition) is \(special)"
        if comparison?.isToldApart == true {
            return "\(special) beats \(general) by \(difference), \(reason): \(general) was tuned too little; try more "
                + "settings of it."
        }
        let doubt = comparison == nil ? "with one seed each" : "no more than chance explains"
        return
            "\(special) is ahead of \(general) by \(difference), \(doubt), \(reason): \(general) may have been tuned "
            + "too little; try more settings of it."
    }
}
