import Analysis
import Sweeps

extension SweepView {
    /// Makes sure that the configurations can be grouped by a hyperparameter.
    ///
    /// Options of what goes by no name can be grouped by as a whole: `early_stopping`.
    ///
    /// - Throws: `SweepViewError` for one that no configuration has, or that is the same in all.
    public func check(groupedBy parameter: String) throws(SweepViewError) {
        let configurations = ranking.entries.map(\.result.configuration)
        guard !configurations.isEmpty else { return }
        let known = Set(configurations.flatMap { $0.parameters.map(\.name) })
        let isOwner = { (name: String) in name.hasPrefix(parameter + ".") }
        guard known.contains(parameter) || known.contains(where: isOwner) else {
            throw .unknownParameter(parameter, known: known)
        }
        let varying = VaryingParameters(among: configurations).names
        guard varying.contains(parameter) || varying.contains(where: isOwner) else {
            throw .sameInAll(parameter, varying: varying)
        }
    }
}
