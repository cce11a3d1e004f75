public import ArgumentParser
import ResultsStore
public import Sweeps

/// By what trials are judged, where it is not what the sweep's file says.
struct ObjectiveOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Judge by this metric instead of the sweep's own.", valueName: "metric"))
    var by: String?

    @Option(help: "Which way is better: maximize or minimize (default: as is usual for the metric).")
    var goal: Objective.Goal?

    @Option(help: "At which epoch a trial is judged: best or last (default: the sweep's own).")
    var select: Objective.Selection?

    /// Whether anything but the sweep's own objective is asked for.
    var isGiven: Bool { by != nil || goal != nil || select != nil }

    /// The sweep's objective with what was asked for instead.
    ///
    /// - Throws: `CommandError` for a metric that no trial has, or whose better way nobody knows.
    func objective(of sweep: StoredSweep) throws -> Objective {
        var objective = sweep.record.objective
        if let by, by != objective.metric {
            guard sweep.metrics.contains(by) else {
                throw CommandError.unknown("metric", by, among: Set(sweep.metrics + [objective.metric]))
            }
            guard let goal = goal ?? sweep.record.definition(of: by).goal else {
                throw CommandError.wrongUsage(
                    "Which way is better for '\(by)'? Add '--goal maximize' or '--goal minimize'.")
            }
            objective.metric = by
            objective.goal = goal
        }
        if let goal { objective.goal = goal }
        if let select { objective.selection = select }
        return objective
    }
}

extension Objective.Goal: ExpressibleByArgument {}
extension Objective.Selection: ExpressibleByArgument {}
