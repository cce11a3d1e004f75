import Settings
import Sweeps

/// The first configurations of a plan as text: a column for each varying parameter, a row for each configuration.
public struct PlanTable: Hashable, Sendable {
    public let columns: [String]
    /// Each with as many cells as there are columns; `–` where a configuration does not have the parameter.
    public let rows: [[String]]
    /// Configurations that have no row.
    public let omitted: Int

    public init(_ plan: TrialPlan, rows most: Int) {
        columns = plan.varying.map(\.name)
        // Numbers as people read them.
        let words = ParameterWords(plan.varying.flatMap { parameter in parameter.values.map { [parameter.name: $0] } })
        let shown = plan.configurations.prefix(max(0, most))
        rows = shown.map { configuration in
            let values = configuration.parametersByName
            return plan.varying.map { parameter in
                values[parameter.name].map { words.text($0, of: parameter.name) } ?? "–"
            }
        }
        omitted = plan.configurations.count - shown.count
    }
}
