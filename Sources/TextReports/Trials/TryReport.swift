public import ProgramMetrics
import Settings
public import Sweeps

/// What was read of a program that was tried.
public struct TryReport {
    private let metrics: [MetricRecord]
    private let nearNames: [String]
    private let objective: Objective

    public init(metrics: [MetricRecord], nearNames: [String], objective: Objective) {
        self.metrics = metrics
        self.nearNames = nearNames
        self.objective = objective
    }

    public func text(for terminal: Terminal) -> String {
        var text = ""
        if !metrics.isEmpty {
            let columns = [
                TextTable.Column("metric", metrics.map(\.metric)),
                TextTable.Column("read from", metrics.map { Self.words($0.source) }),
                TextTable.Column("values", .right, metrics.map { String($0.count) }),
                TextTable.Column("steps", .right, metrics.map(steps)),
                TextTable.Column("last", .right, metrics.map { NumberText.short($0.last) }),
            ]
            text += TextTable(columns: columns).text(for: terminal) + "\n"
        }
        return text + terminal.wrapping(SafeText.escaping(verdict))
    }

    private func steps(_ record: MetricRecord) -> String {
        record.firstStep == record.lastStep ? "\(record.firstStep)" : "\(record.firstStep)…\(record.lastStep)"
    }

    private static func words(_ source: MetricSource) -> String {
        switch source {
        case .reported: "SWEEP_METRICS"
        case .wandb: "wandb"
        case .files: "a file that 'metrics' names"
        case .tensorboard: "TensorBoard's files"
        case .printed: "printed text"
        }
    }

    private var isJudged: Bool { metrics.contains { $0.metric == objective.metric } }

    private var verdict: String {
        let names = metrics.map(\.metric)
        if !objective.isNamed {
            return names.isEmpty
                ? "No metric was read, and the file names none; write 'metric: {name: …, goal: …}' to have it looked for in "
                    + "what is printed."
                : "The file names no metric to judge by; write one of these as 'metric: {name: …, goal: …}'."
        }
        if isJudged { return "'\(objective.metric)', by which the sweep is judged, is among them." }
        var words = ObjectiveAbsence.words(metric: objective.metric, measured: names, who: "The program")
        if !nearNames.isEmpty { words += " Printed text has \(Phrases.list(nearNames))." }
        return words
    }

    public var json: String {
        SettingValue.mapping([
            "objective": SettingValue(objective), "is_judged": .bool(isJudged),
            "metrics": .list(
                metrics.map { record in
                    .mapping([
                        "metric": .string(record.metric), "source": .string(record.source.rawValue),
                        "values": .int(record.count), "first_step": .int(record.firstStep),
                        "last_step": .int(record.lastStep), "last": .number(record.last),
                    ])
                }),
            "near": .list(nearNames.map { .string($0) }),
        ]).canonicalJSON
    }
}
