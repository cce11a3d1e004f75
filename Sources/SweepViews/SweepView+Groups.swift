import Analysis
import Sweeps

extension SweepView {
    /// Makes sure that the configurations can be grouped by a hyperparameter.
    ///
    /// - Throws: `SweepViewError` for one that no configuration has, or that is the same in all.
    public func check(groupedBy parameter: String) throws(SweepViewError) {
        let configurations = ranking.entries.map(\.result.configuration)
        guard !configurations.isEmpty else { return }
        let known = Set(configurations.flatMap { $0.parameters.map(\.name) })
        guard known.contains(parameter) else { throw .unknownParameter(parameter, known: known) }
        let varying = VaryingParameters(among: configurations).names
        guard varying.contains(parameter) else { throw .sameInAll(parameter, varying: varying) }
    }
}
