import Settings
public import Sweeps

/// The values of one parameter compared with each other, each by its best configuration, over settings that all were
/// tried with.
public struct GroupComparison: Sendable {
    public let shared: SharedSettings
    /// Of the configurations that count; of all where nothing is shared, when nothing is compared either.
    public let ranking: Ranking
    public let evidence: RankingEvidence
    /// The best of each value, best first; their entries are those of `ranking`.
    public let groups: [Ranking.Group]

    /// - Parameters:
    ///   - evidence: that of the whole ranking.
    ///   - order: names of parameters in the order in which words name them.
    public init(
        of parameter: String, in whole: Ranking, _ evidence: RankingEvidence, design: SweepDesign = SweepDesign(),
        order: [String] = []
    ) {
        let valued = whole.entries.indices.filter { whole.entries[$0].rank != nil }
        shared = SharedSettings(
            of: parameter, among: valued.map { whole.entries[$0].result.configuration }, design: design, order: order)
        if shared.extent == .some {
            ranking = whole.part(shared.members.map { valued[$0] })
            self.evidence = RankingEvidence(ranking)
        } else {
            (ranking, self.evidence) = (whole, evidence)
        }
        groups = ranking.bestEntries(by: parameter, verdict: self.evidence.verdict)
    }

    /// Whether the values are compared with each other at all.
    public var isComparison: Bool { silence == nil }

    /// Why nothing is compared; nil where something is.
    private var silence: String? { shared.silence ?? evidence.comparability?.sentence() }

    /// The verdict on the values, and over what they are compared.
    ///
    /// - Parameter isWhole: whether it says of what its names are the values.
    public func sentence(unit: ObjectiveUnit, isWhole: Bool = false) -> String {
        if let silence { return silence }
        var labels = ranking.entries.map { _ in "" }
        for group in groups { labels[group.entry] = group.label }
        let verdict = evidence.sentence(labels: labels, among: groups.map(\.entry), unit: unit)
        let opening = [isWhole ? "of each \(shared.parameter) its best" : nil, shared.clause].compactMap(\.self)
            .joined(separator: ", ")
        return opening.isEmpty ? verdict : "\(opening.prefix(1).uppercased())\(opening.dropFirst()): \(verdict)"
    }
}
