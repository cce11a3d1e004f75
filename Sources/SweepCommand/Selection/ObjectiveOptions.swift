public import ArgumentParser
import SweepViews
public import Sweeps

/// By what trials are judged, where it is not what the sweep's file says.
struct ObjectiveOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Judge by this metric instead of the sweep's own.", valueName: "metric"))
    var by: String?

    @Option(help: "Which way is better: maximize or minimize (default: as is usual for the metric).")
    var goal: Objective.Goal?

    @Option(help: "At which epoch a trial is judged: best or last (default: the sweep's own).")
    var select: Objective.Selection?

    /// The options again.
    var words: [String] {
        [("--by", by), ("--goal", goal?.rawValue), ("--select", select?.rawValue)]
            .flatMap { name, value in value.map { [name, $0] } ?? [] }
    }

    var choice: ObjectiveChoice { ObjectiveChoice(metric: by, goal: goal, selection: select) }
}

extension Objective.Goal: ExpressibleByArgument {}
extension Objective.Selection: ExpressibleByArgument {}
