public import Analysis
import Settings
import Sweeps

/// The best configuration of each value of a parameter whose values are names, such as each optimizer's.
public struct ParameterGroups: Sendable {
    public struct Member: Sendable {
        /// The parameter's value.
        public let label: String
        /// In the whole ranking.
        public let entry: Int
        /// To the best of the configurations that are compared; nil where none are.
        public let standing: Standing?
    }

    static let mostMembers = 12

    public let parameter: String
    /// The best first.
    public let members: [Member]
    private let comparison: GroupComparison
    /// Values of which no configuration has a value of the objective.
    public let valueless: [String]
    /// How far the members' means lie apart.
    private let range: Double

    /// Of each parameter whose values are names and divide the configurations into groups, the one that sets results
    /// furthest apart first: by that a reader asks first which is best. Of equals, the first in the sweep's file. What is
    /// not compared comes after them, and last the data, which are what one is given rather than what one chooses.
    /// None where not all can be compared.
    public static func all(_ ranked: RankedConfigurations) -> [ParameterGroups] {
        guard ranked.evidence.comparability == nil else { return [] }
        let groups = ranked.varying.compactMap { ParameterGroups(of: $0, ranked) }
        func order(_ index: Int) -> (Int, Double, Int) {
            let group = groups[index]
            return (group.parameter == "data" ? 2 : group.isComparison ? 0 : 1, -group.range, index)
        }
        return groups.indices.sorted { order($0) < order($1) }.map { groups[$0] }
    }

    private init?(of name: String, _ ranked: RankedConfigurations) {
        let valued = ranked.valued
        let values = ranked.parameters.map { $0[name]?.text }
        guard values.allSatisfy({ $0 != nil }) else { return nil }
        let count = Set(valued.map { values[$0] }).count
        guard count > 1, count <= Self.mostMembers, count < valued.count else { return nil }
        let comparison = ranked.view.comparison(of: name)
        let firsts = comparison.groups
        let means = firsts.compactMap { comparison.ranking.entries[$0.entry].result.mean }
        let places = Dictionary(
            uniqueKeysWithValues: ranked.ranking.entries.enumerated().map { ($1.result.number, $0) })
        parameter = name
        self.comparison = comparison
        members = firsts.compactMap { first in
            places[comparison.ranking.entries[first.entry].result.number].map {
                Member(
                    label: first.label, entry: $0,
                    standing: comparison.isComparison ? comparison.evidence.standings[first.entry] : nil)
            }
        }
        valueless = Set(values.compactMap(\.self)).subtracting(firsts.map(\.label)).sorted()
        range = (means.max() ?? 0) - (means.min() ?? 0)
    }

    /// Whether anything is said of which is best.
    public var isComparison: Bool { comparison.isComparison }

    /// The verdict on these groups.
    public func sentence(_ ranked: RankedConfigurations, isWhole: Bool = false) -> String {
        comparison.sentence(unit: ranked.unit, isWhole: isWhole)
    }
}
