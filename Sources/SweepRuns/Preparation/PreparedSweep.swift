public import ResultsStore
import Settings
public import SweepFiles
public import SweepPlanning
public import Sweeps
public import TrialFolders

/// A sweep file that was read, planned and checked to the last setting; nothing has been written yet.
public struct PreparedSweep: Sendable {
    public let file: SweepFile
    public private(set) var sweep: Sweep
    public let plan: TrialPlan
    /// For each configuration of the plan, in its order.
    public let summaries: [ConfigurationSummary]

    /// - Parameter checking: whatever trials of such a sweep are to run.
    /// - Throws: `SweepFileError` with the place in the file, or an error in the data with its place there.
    public init(file path: String, checking: (Sweep) -> ConfigurationCheck) throws {
        file = try SweepFile.read(path: path)
        let check = checking(file.sweep)
        do {
            var sweep = try Self.completed(file, check)
            var summaries: [ConfigurationSummary] = []
            plan = try TrialPlan(sweep) { [folder = file.folder, objective = sweep.objective] configuration in
                let summary = try check.summary(configuration, objective, folder)
                summaries.append(summary)
                return summary.fingerprint
            }
            sweep.metrics = Self.metrics(summaries)
            self.sweep = sweep
            self.summaries = summaries
        } catch let error as SettingError {
            throw file.error(error)
        }
    }

    /// Of all configurations, each metric once.
    private static func metrics(_ summaries: [ConfigurationSummary]) -> [MetricDefinition] {
        var names: Set<String> = []
        return summaries.flatMap(\.metrics).filter { names.insert($0.name).inserted }
    }

    /// Keeps a regression judged by the loss, as a stored sweep of this name was when that was usual, where neither the
    /// file that it ran with nor this one names a metric.
    ///
    /// - Returns: whether it was judged so.
    @discardableResult
    public mutating func keepObjective(of stored: SweepDescription) -> Bool {
        guard !file.hasMetric, sweep.objective == .usualForNumbers, stored.isJudgedAsFormerly else { return false }
        sweep.objective = stored.objective
        return true
    }

    /// Training steps of all trials together; nil where another program is run.
    public var totalSteps: Int? {
        let trainings = summaries.compactMap(\.training)
        return trainings.isEmpty ? nil : trainings.reduce(0) { $0 + $1.totalSteps } * sweep.seeds.count
    }

    /// What a person should know about the file, although it can be used.
    public var notes: [String] {
        file.notes.map { "\(file.path):\($0.position): \($0.text)" } + plan.notes + dataNotes + skippedNotes
            + settingNotes
    }

    /// What lies at the data's places and is not used, each once.
    private var dataNotes: [String] {
        var notes: [String] = []
        for note in summaries.compactMap(\.training).flatMap(\.data.notes) where !notes.contains("\(note).") { notes.append("\(note).") }
        return notes
    }

    /// Each once.
    private var settingNotes: [String] {
        var seen: Set<String> = []
        return summaries.flatMap(\.notes).filter { seen.insert($0).inserted }
    }

    /// A line for each data set of which pictures were left out.
    private var skippedNotes: [String] {
        var notes: [String] = []
        for data in summaries.compactMap(\.training?.data) {
            guard let first = data.skipped.first else { continue }
            let count = Phrases.count(data.skipped.count, "picture")
            let note = "\(data.name): \(count) left out that cannot be read, first \(first)."
            if !notes.contains(note) { notes.append(note) }
        }
        return notes
    }

    /// The sweep with the objective that fits its data, where the file does not say one.
    private static func completed(_ file: SweepFile, _ check: ConfigurationCheck) throws -> Sweep {
        var sweep = file.sweep
        if file.hasMetric { return sweep }
        if sweep.program != nil {
            // Nobody knows what it reports.
            sweep.objective = .unnamed
            return sweep
        }
        if let objective = try check.defaultObjective(sweep.fixedSettings, file.folder) {
            sweep.objective = objective
            return sweep
        }
        // Where the data vary, what fits all of them, if that is one.
        let configurations = try TrialPlan(sweep) { _ in "" }.configurations
        let examples = Dictionary(configurations.map { ($0["data"], $0) }) { first, _ in first }.values
        let objectives = Set(try examples.map { try check.defaultObjective($0, file.folder) })
        if objectives.count == 1, case let objective?? = objectives.first { sweep.objective = objective }
        return sweep
    }
}

extension SweepRecord {
    /// As of its description.
    public var keptObjectiveNote: String? { SweepDescription(self).keptObjectiveNote }
}

extension SweepDescription {
    /// Whether its file, as it last ran, leaves it to the program what trials are judged by, and that was the loss.
    fileprivate var isJudgedAsFormerly: Bool {
        guard objective == .formerlyUsualForNumbers, let file = try? SweepFile(text: fileText, path: filePath) else {
            return false
        }
        return !file.hasMetric
    }

    /// A sentence where a regression is judged by what was usual before there were errors in the target's units.
    public var keptObjectiveNote: String? {
        guard isJudgedAsFormerly else { return nil }
        return "\(name) names no metric and stays judged by dev_loss, as when it first ran; 'metric: dev_rmse' in its "
            + "file judges by what is usual for a regression now."
    }
}

extension Objective {
    fileprivate static let usualForNumbers = Objective(metric: "dev_rmse", goal: .minimize)
    fileprivate static let formerlyUsualForNumbers = Objective(metric: "dev_loss", goal: .minimize)
}
