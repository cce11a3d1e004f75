import Foundation
import GRDB
import Settings
import Sweeps
import TrialFolders

/// A configuration as its row says it.
struct ConfigurationRow {
    let number: Int
    let data: String
    let configuration: Sweeps.Configuration

    init(row: Row) throws {
        number = row["number"]
        data = row["data"]
        guard let settings = try SettingValue(json: row["settings"]).asMapping else {
            throw DamagedRow(words: "a configuration's settings are not a mapping")
        }
        configuration = Sweeps.Configuration(settings)
    }
}

extension SweepRecord {
    static let columns = """
        id, name, description, method, metric, goal, selection, file_path, file_text, file_hash, parameters,
        metrics, jobs, timeout, memory_limit, retries, max_failed, labels, created_at, updated_at
        """

    init(row: Row) throws {
        self.init(
            id: ID(row: row["id"]), name: row["name"], description: row["description"],
            method: try row.word("method"),
            objective: Objective(
                metric: row["metric"], goal: try row.word("goal"), selection: try row.word("selection")),
            metrics: try [MetricDefinition](json: row["metrics"]), limits: try SweepLimits(row: row),
            filePath: row["file_path"], fileText: row["file_text"], fileHash: row["file_hash"],
            parameterNames: try Self.names(row["parameters"]),
            labels: try [ConfigurationLabel](json: row["labels"]),
            createdAt: Date(milliseconds: row["created_at"]), updatedAt: Date(milliseconds: row["updated_at"]))
    }

    private static func names(_ json: String) throws -> [String] {
        guard case .list(let list) = try SettingValue(json: json) else {
            throw DamagedRow(words: "a sweep's parameters are not a list")
        }
        let names = list.compactMap(\.text)
        guard names.count == list.count else { throw DamagedRow(words: "a sweep's parameter has no name") }
        return names
    }
}

extension SweepLimits {
    init(row: Row) throws(DamagedRow) {
        let seconds: Double? = row["timeout"]
        let timeout = seconds.flatMap(Self.timeout)
        if let seconds, timeout == nil { throw DamagedRow(words: "a sweep's time-out is \(seconds) seconds") }
        self.init(
            jobs: row["jobs"], timeout: timeout, memoryLimit: row["memory_limit"], retries: row["retries"],
            maxFailed: row["max_failed"])
    }

    /// As the columns have them, in the order `jobs, timeout, memory_limit, retries, max_failed`.
    var columnValues: StatementArguments { [jobs, timeout.map { $0 / .seconds(1) }, memoryLimit, retries, maxFailed] }
}

extension TrialRecord {
    static let columns = """
        id, configuration, number, seed, identity, planned, state, attempts, message, created_at, started_at, ended_at,
        (SELECT sum(ended_at - started_at) FROM attempts WHERE trial = trials.id) AS milliseconds
        """

    init(row: Row, configuration: ConfigurationRow) throws {
        self.init(
            id: ID(row: row["id"]), number: row["number"], configurationNumber: configuration.number,
            trial: Trial(
                stored: configuration.configuration, seed: row["seed"], data: configuration.data,
                identity: TrialIdentity(stored: row["identity"])),
            state: try row.word("state"), isPlanned: row["planned"], attempts: row["attempts"],
            message: row["message"], createdAt: Date(milliseconds: row["created_at"]),
            startedAt: (row["started_at"] as Int?).map(Date.init(milliseconds:)),
            endedAt: (row["ended_at"] as Int?).map(Date.init(milliseconds:)),
            seconds: (row["milliseconds"] as Double?).map { $0 / 1000 })
    }
}

extension AttemptRecord {
    static let columns = """
        trial, attempts.number, worker, journal_offset, journal_kept, resumed_from, attempts.started_at,
        attempts.ended_at, end, end_step, end_metric, end_epoch, attempts.message, peak_memory, cpu_seconds,
        processor, kernels
        """

    init(row: Row) throws {
        self.init(
            trial: TrialRecord.ID(row: row["trial"]), number: row["number"], worker: row["worker"],
            journalOffset: row["journal_offset"], journalKept: row["journal_kept"], resumedFrom: row["resumed_from"],
            startedAt: Date(milliseconds: row["started_at"]),
            endedAt: (row["ended_at"] as Int?).map(Date.init(milliseconds:)), end: try Self.end(row),
            usage: Self.usage(memory: row["peak_memory"], seconds: row["cpu_seconds"]), machine: Machine(row: row))
    }

    private static func end(_ row: Row) throws(DamagedRow) -> AttemptEnd? {
        guard let kind: String = row["end"] else { return nil }
        let end = AttemptEnd(
            kind: kind, step: row["end_step"], metric: row["end_metric"], epoch: row["end_epoch"],
            message: row["message"])
        guard let end else {
            throw DamagedRow(words: "an attempt says '\(kind)' of its end, which nobody knows")
        }
        return end
    }

    private static func usage(memory: Int?, seconds: Double?) -> ResourceUsage? {
        guard let memory, let seconds else { return nil }
        return ResourceUsage(peakMemory: memory, processorSeconds: seconds)
    }
}

extension Machine {
    /// Nil where it is not known.
    init?(row: Row) {
        guard let processor: String = row["processor"], let kernels: String = row["kernels"] else { return nil }
        self.init(processor: processor, kernels: kernels)
    }
}
