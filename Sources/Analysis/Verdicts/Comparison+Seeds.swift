extension Comparison {
    /// Very roughly how many seeds each would tell the two apart: `seedsNeeded`, but more than there were, since with
    /// as many the difference would be found as often as not, and to two digits, since it rests on the difference that
    /// was seen, which few seeds know badly. Nil as there.
    public var seedsToTell: Int? { seedsNeeded.map { Self.rounded(max($0, seeds + 1)) } }

    private static func rounded(_ seeds: Int) -> Int {
        var unit = 1
        while seeds > 100 * unit { unit *= 10 }
        return (seeds + unit - 1) / unit * unit
    }

    /// Whether its interval says anything: two seeds alone do not know their spread, and the interval of a tie is then so
    /// wide that it only says so.
    var hasInterval: Bool { seeds > 2 || isToldApart || criticalValue <= Self.mostStandardErrors }

    /// Of Student's intervals only that of one degree of freedom reaches further, 12.7.
    private static let mostStandardErrors = 10.0
}
