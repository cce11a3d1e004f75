import Settings
import Sweeps

/// Reads `metric`: what trials are judged by.
///
/// Without a goal, what is better the larger by its name (accuracies, F1, …) is maximized, where W&B would minimize it;
/// everything else is minimized, as there, and in files of other programs, which may be W&B's, everything is.
/// Which metrics there are is for the training core to say.
struct ObjectiveReader {
    typealias Problem = SweepFileError.Problem

    private(set) var notes: [SweepFile.Note] = []
    private(set) var target: Double?
    private let ofProgram: Bool

    /// - Parameter ofProgram: whether the file's trials run another program.
    init(ofProgram: Bool) {
        self.ofProgram = ofProgram
    }

    mutating func objective(_ node: YAMLNode) throws(Problem) -> Objective {
        var objective = Objective()
        guard case .mapping(let entries) = node.content else {
            objective.metric = try node.text("metric")
            objective.goal = usualGoal(of: objective.metric)
            return objective
        }
        var goal: Objective.Goal?
        for entry in entries {
            let path = "metric.\(entry.key)"
            switch Key(rawValue: entry.key) {
            case .name: objective.metric = try entry.value.text(path)
            case .goal: goal = try entry.value.choice(path, of: Objective.Goal.self)
            case .select: objective.selection = try entry.value.choice(path, of: Objective.Selection.self)
            case .target:
                target = try entry.value.number(path)
                note(entry, "'\(path)' has no effect yet: the sweep does not end at a value")
            case .impute, .imputeWhileRunning:
                note(entry, "'\(path)' is ignored: it is for the method bayes only")
            case nil:
                let known = [Key.name, .goal, .select, .target].map(\.rawValue)
                throw entry.problem(path, SettingError.unknown("key", entry.key, among: known))
            }
        }
        if ofProgram, !entries.contains(where: { $0.key == Key.name.rawValue }) {
            throw node.problem("metric", "it needs 'name', which says what the program reports")
        }
        objective.goal = goal ?? usualGoal(of: objective.metric)
        return objective
    }

    private enum Key: String, CaseIterable {
        case name, goal, select, target, impute
        case imputeWhileRunning = "impute_while_running"
    }

    private mutating func note(_ entry: YAMLNode.Entry, _ text: String) {
        notes.append(SweepFile.Note(position: entry.position, text: text + "."))
    }

    private func usualGoal(of metric: String) -> Objective.Goal {
        ofProgram ? .minimize : MetricDefinition(named: metric).goal ?? .minimize
    }
}
