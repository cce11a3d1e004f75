import Analysis
import Settings

/// The best configuration of each value of the parameter that a reader asks for first, such as each optimizer's.
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

    /// Nil where no parameter whose values are names divides the configurations into groups.
    ///
    /// The parameter is the one with the most names; of equals the first in the sweep's file.
    init?(_ basis: ReportBasis) {
        let valued = basis.valued
        var best: (name: String, count: Int)?
        for name in basis.varying {
            let values = basis.parameters.map { $0[name] }
            guard values.allSatisfy({ $0?.text != nil }) else { continue }
            let count = Set(valued.map { values[$0]?.text ?? "" }).count
            let isUseful = count > 1 && count <= Self.mostMembers && count < valued.count
            if isUseful, count > best?.count ?? 0 { best = (name, count) }
        }
        guard let name = best?.name else { return nil }
        parameter = name
        let firsts = basis.ranking.bestEntries(by: name, verdict: basis.evidence.verdict)
        members = firsts.map { Member(label: $0.label, entry: $0.entry) }
        valueless = Set(basis.parameters.compactMap { $0[name]?.text }).subtracting(firsts.map(\.label)).sorted()
    }

    /// A name for each entry of the ranking: its group's.
    func labels(_ basis: ReportBasis) -> [String] { basis.parameters.map { $0[parameter]?.text ?? "" } }
}
