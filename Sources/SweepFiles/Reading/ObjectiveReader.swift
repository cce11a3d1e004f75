import Settings
import Sweeps

/// Reads `metric`: what trials are judged by.
///
/// Without a goal, what is better the larger by its name (accuracies, F1, …) is maximized, where W&B would minimize it;
/// everything else is minimized, as there.
/// Which metrics there are is for the training core to say.
struct ObjectiveReader {
    typealias Problem = SweepFileError.Problem

    private(set) var notes: [SweepFile.Note] = []

    mutating func objective(_ node: YAMLNode) throws(Problem) -> Objective {
        var objective = Objective()
        guard case .mapping(let entries) = node.content else {
            objective.metric = try node.text("metric")
            objective.goal = Self.usualGoal(of: objective.metric)
            return objective
        }
        var goal: Objective.Goal?
        for entry in entries {
            let path = "metric.\(entry.key)"
            switch Key(rawValue: entry.key) {
            case .name: objective.metric = try entry.value.text(path)
            case .goal: goal = try entry.value.choice(path, of: Objective.Goal.self)
            case .select: objective.selection = try entry.value.choice(path, of: Objective.Selection.self)
            case .target: throw entry.problem(path, "this version cannot stop a sweep at a target yet; remove it")
            case .impute, .imputeWhileRunning:
                notes.append(
                    SweepFile.Note(
                        position: entry.position, text: "'\(path)' is ignored: it is for the method bayes only."))
            case nil:
                let known = [Key.name, .goal, .select].map(\.rawValue)
                throw entry.problem(path, SettingError.unknown("key", entry.key, among: known))
            }
        }
        objective.goal = goal ?? Self.usualGoal(of: objective.metric)
        return objective
    }

    private enum Key: String, CaseIterable {
        case name, goal, select, target, impute
        case imputeWhileRunning = "impute_while_running"
    }

    private static func usualGoal(of metric: String) -> Objective.Goal {
        MetricDefinition(named: metric).goal ?? .minimize
    }
}
