/// The dev set is so small that one example moves the ranking.
public struct SmallDevSet: Hashable, Sendable {
    /// How many examples it has.
    public let size: Int
    /// By how much the first is ahead of the second, as a share in 0...1.
    public let lead: Double

    /// `first` and `second` are the accuracies, in 0...1, of the first two configurations; nil where one example makes
    /// less of a difference than there is between them.
    public init?(size: Int, first: Double, second: Double) {
        // Rounding must not hide a lead of exactly one example.
        guard size > 0, abs(first - second) <= (1 + 1e-9) / Double(size) else { return nil }
        self.size = size
        lead = abs(first - second)
    }

    public var sentence: String {
        let example = 1 / Double(size)
        let unit = ObjectiveUnit.points
        return "The dev set has only \(size) examples: one of them moves an accuracy by "
            + "\(unit.words(difference: example, margin: example / 5)), and the first "
            + (lead == 0
                ? "and the second have the same mean"
                : "is ahead of the second by \(unit.words(difference: lead, margin: example / 5))")
            + "; take a larger dev set."
    }
}
