import Foundation
import GRDB
import Settings
import Sweeps

/// A configuration as its row says it.
struct ConfigurationRow {
    let number: Int
    let data: String
    let configuration: Sweeps.Configuration

    init(row: Row) throws {
        number = row[1]
        data = row[2]
        configuration = Sweeps.Configuration(try SettingValue(json: row[3]).asMapping ?? [:])
    }
}

extension SweepRecord {
    static let columns = """
        id, name, description, method, metric, goal, selection, file_path, file_text, file_hash, parameters,
        created_at, updated_at, metrics
        """

    init(row: Row) throws {
        self.init(
            id: ID(row: row[0]), name: row[1], description: row[2],
            method: Sweep.Method(rawValue: row[3]) ?? .grid,
            objective: Objective(
                metric: row[4], goal: Objective.Goal(rawValue: row[5]) ?? .maximize,
                selection: Objective.Selection(rawValue: row[6]) ?? .best),
            metrics: try [MetricDefinition](json: row[13]),
            filePath: row[7], fileText: row[8], fileHash: row[9], parameterNames: Self.names(row[10]),
            createdAt: Date(milliseconds: row[11]), updatedAt: Date(milliseconds: row[12]))
    }

    private static func names(_ json: String) -> [String] {
        guard case .list(let names)? = try? SettingValue(json: json) else { return [] }
        return names.compactMap(\.text)
    }
}

extension TrialRecord {
    static let columns = """
        id, configuration, number, seed, identity, planned, state, attempts, message, created_at, started_at, ended_at,
        (SELECT sum(ended_at - started_at) FROM attempts WHERE trial = trials.id)
        """

    init(row: Row, configuration: ConfigurationRow) {
        let milliseconds: Int64? = row[12]
        self.init(
            id: ID(row: row[0]), number: row[2], configurationNumber: configuration.number,
            trial: Trial(
                stored: configuration.configuration, seed: row[3], data: configuration.data,
                identity: TrialIdentity(stored: row[4])),
            state: TrialState(rawValue: row[6]) ?? .failed, isPlanned: row[5], attempts: row[7], message: row[8],
            createdAt: Date(milliseconds: row[9]), startedAt: (row[10] as Int64?).map(Date.init(milliseconds:)),
            endedAt: (row[11] as Int64?).map(Date.init(milliseconds:)),
            seconds: milliseconds.map { Double($0) / 1000 })
    }
}

extension AttemptRecord {
    static let columns = """
        trial, attempts.number, worker, journal_offset, resumed_from, attempts.started_at, attempts.ended_at, end,
        end_step, attempts.message, peak_memory, cpu_seconds, journal_kept
        """

    init(row: Row) {
        self.init(
            trial: TrialRecord.ID(row: row[0]), number: row[1], worker: row[2], journalOffset: row[3],
            journalKept: row[12], resumedFrom: row[4], startedAt: Date(milliseconds: row[5]),
            endedAt: (row[6] as Int64?).map(Date.init(milliseconds:)),
            end: (row[7] as String?).flatMap { AttemptEnd(kind: $0, step: row[8], message: row[9]) },
            usage: Self.usage(memory: row[10], seconds: row[11]))
    }

    private static func usage(memory: Int?, seconds: Double?) -> ResourceUsage? {
        guard let memory, let seconds else { return nil }
        return ResourceUsage(peakMemory: memory, processorSeconds: seconds)
    }
}
