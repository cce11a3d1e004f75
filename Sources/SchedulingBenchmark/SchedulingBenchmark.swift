import ArgumentParser
import Foundation

/// Measures what scheduling costs, with the goals beside: a sweep of many short trials, the scheduler's processor time
/// for each, and how fast journals are taken in.
@main
struct SchedulingBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the trial scheduler against its goals.",
        discussion: "Prints a table; exit code 1 if a goal is missed.")

    @Argument(help: "The built 'sweep' program.")
    var program: String

    @Option(help: "Trials of the sweep.")
    var trials = 1_000

    @Option(help: "Measurements in the journals that are taken in.")
    var measurements = 2_000_000

    func validate() throws {
        if trials < 1 { throw ValidationError("'--trials' is \(trials); it must be at least 1.") }
        if measurements < 1 { throw ValidationError("'--measurements' is \(measurements); it must be at least 1.") }
    }

    func run() async throws {
        let folder = NSTemporaryDirectory() + "scheduling-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sweep = ShortTrials(program: program, count: trials, folder: folder, file: .core)
        let (first, second) = (try await sweep.run(), try await sweep.run())
        let commands = try await ShortTrials(program: program, count: trials, folder: folder, file: .command).run()
        let each = 1_000 / Double(trials)
        let rate = try JournalIntake(measurements: measurements, folder: folder).rate()
        let rows = [
            Row("\(trials) trials of one epoch, 2 workers", first.seconds, "s", goal: 0.02 * Double(trials), .atMost),
            Row(
                "scheduler's processor time per trial, planning, ranking and charts included",
                first.processorSeconds * each, "ms"),
            Row(
                "the same without what a run with nothing to do takes: scheduling",
                (first.processorSeconds - second.processorSeconds) * each, "ms", goal: 1, .atMost),
            Row(
                "\(trials) trials of /bin/true, 2 workers", commands.seconds, "s", goal: 0.015 * Double(trials), .atMost
            ),
            Row("a worker's time for each, with the start of the program", 2 * commands.seconds * each, "ms"),
            Row("measurements taken in from journals", rate, "per second", goal: 500_000, .atLeast),
        ]
        for row in rows { print(row.text) }
        if !rows.allSatisfy(\.isReached) { throw ExitCode(1) }
    }
}

/// A figure beside its goal.
struct Row {
    enum Direction { case atMost, atLeast }

    private let name: String
    private let value: Double
    private let unit: String
    /// Nil for what is shown to explain another row.
    private let goal: (value: Double, direction: Direction)?

    init(_ name: String, _ value: Double, _ unit: String) {
        (self.name, self.value, self.unit, goal) = (name, value, unit, nil)
    }

    init(_ name: String, _ value: Double, _ unit: String, goal: Double, _ direction: Direction) {
        (self.name, self.value, self.unit, self.goal) = (name, value, unit, (goal, direction))
    }

    var isReached: Bool {
        guard let goal else { return true }
        return goal.direction == .atMost ? value <= goal.value : value >= goal.value
    }

    var text: String {
        guard let goal else { return "\(Self.number(value)) \(unit)\t\(name)" }
        let relation = goal.direction == .atMost ? "at most" : "at least"
        let verdict = "\(isReached ? "reached" : "MISSED"), goal: \(relation) \(Self.number(goal.value))"
        return "\(Self.number(value)) \(unit)\t\(name) (\(verdict))"
    }

    private static func number(_ value: Double) -> String {
        abs(value) >= 1_000 ? String(Int64(value.rounded())) : String(format: "%.3g", value)
    }
}
