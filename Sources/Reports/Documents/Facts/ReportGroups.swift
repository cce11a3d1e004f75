import Analysis
import Settings
import SweepViews
import Sweeps

/// The best configuration of each value of a parameter whose values are names, such as each optimizer's.
struct ReportGroups {
    struct Member {
        /// The parameter's value.
        let label: String
        let entry: Int
    }

    static let mostMembers = 12

    let parameter: String
    /// The best first.
    let members: [Member]
    /// Values of which no configuration has a value of the objective.
    let valueless: [String]
    /// How far the members' means lie apart.
    private let range: Double

    /// Of each parameter whose values are names and divide the configurations into groups, the one that sets results
    /// furthest apart first: by that a reader asks first which is best. Of equals, the first in the sweep's file. The data
    /// come last, since they are what one is given rather than what one chooses.
    static func all(_ basis: ReportBasis) -> [ReportGroups] {
        let groups = basis.varying.compactMap { ReportGroups(of: $0, basis) }
        func order(_ index: Int) -> (Int, Double, Int) {
            (groups[index].parameter == "data" ? 1 : 0, -groups[index].range, index)
        }
        return groups.indices.sorted { order($0) < order($1) }.map { groups[$0] }
    }

    private init?(of name: String, _ basis: ReportBasis) {
        let valued = basis.valued
        let values = basis.parameters.map { $0[name]?.text }
        guard values.allSatisfy({ $0 != nil }) else { return nil }
        let count = Set(valued.map { values[$0] }).count
        guard count > 1, count <= Self.mostMembers, count < valued.count else { return nil }
        let firsts = basis.ranking.bestEntries(by: name, verdict: basis.evidence.verdict)
        let means = firsts.compactMap { basis.ranking.entries[$0.entry].result.mean }
        parameter = name
        members = firsts.map { Member(label: $0.label, entry: $0.entry) }
        valueless = Set(values.compactMap(\.self)).subtracting(firsts.map(\.label)).sorted()
        range = (means.max() ?? 0) - (means.min() ?? 0)
    }

    /// The verdict on these groups.
    func sentence(_ basis: ReportBasis) -> String {
        let labels = basis.parameters.map { $0[parameter]?.text ?? "" }
        return basis.evidence.sentence(labels: labels, among: members.map(\.entry), unit: basis.unit)
    }
}
