public import Sweeps
public import TrialFolders

/// What the folders keep of the store's records.
extension SweepDescription {
    public init(_ record: SweepRecord) {
        self.init(
            name: record.name, filePath: record.filePath, fileText: record.fileText, objective: record.objective,
            metrics: record.metrics, limits: record.limits, createdAt: record.createdAt, updatedAt: record.updatedAt)
    }
}

extension RegisteredTrial {
    public init(_ record: TrialRecord) {
        self.init(
            trial: record.trial, number: record.number, configurationNumber: record.configurationNumber,
            isPlanned: record.isPlanned, createdAt: record.createdAt)
    }
}

extension TrialRoster {
    public init(_ records: [TrialRecord]) {
        self.init(records.map(RegisteredTrial.init))
    }
}
