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
    private let programNotes: [String]

    /// - Parameters:
    ///   - check: asks whatever the trials are to run.
    ///   - method: in place of the file's.
    ///   - most: how many configurations are wanted at most; a search without an end needs it.
    /// - Throws: `SweepFileError` with the place in the file, or an error in the data with its place there.
    public init(
        file path: String, checking check: ConfigurationCheck, method: Sweep.Method? = nil,
        configurations most: Int? = nil
    ) throws {
        try self.init(file: SweepFile.read(path: path), checking: check, method: method, configurations: most)
    }

    /// The same of a file that was read.
    public init(
        file: SweepFile, checking check: ConfigurationCheck, method: Sweep.Method? = nil,
        configurations most: Int? = nil
    ) throws {
        self.file = file
        do {
            var sweep = file.sweep
            if let method { sweep.method = method }
            try Self.complete(&sweep, of: file, most, check)
            var summaries: [ConfigurationSummary] = []
            plan = try TrialPlan(sweep, configurations: most) { [folder = file.folder, sweep] configuration in
                let summary = try check.summary(configuration, sweep, folder)
                summaries.append(summary)
                return summary.fingerprint
            }
            sweep.metrics = Self.metrics(summaries)
            programNotes = check.notes(plan.configurations, sweep, file.folder)
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

    /// How many of its trials run at once; nil for those of the training core.
    ///
    /// - Parameter jobs: in place of the file's.
    public func slots(jobs: Int?, on machine: MachineResources) -> TrialSlots? {
        sweep.program?.resources.slots(jobs: jobs ?? sweep.limits.jobs, on: machine)
    }

    /// Training steps of all trials together.
    public var totalSteps: Int {
        summaries.reduce(0) { $0 + ($1.training?.totalSteps ?? 0) } * sweep.seeds.count
    }

    /// What a person should know about the file, although it can be used.
    public var notes: [String] {
        file.notes.map { note in "\(file.path)\(note.position.map { ":\($0)" } ?? ""): \(note.text)" } + plan.notes
            + dataNotes + skippedNotes
            + settingNotes + programNotes
    }

    /// What lies at the data's places and is not used, each once.
    private var dataNotes: [String] {
        var notes: [String] = []
        for note in summaries.flatMap({ $0.training?.data.notes ?? [] }) where !notes.contains("\(note).") {
            notes.append("\(note).")
        }
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

    /// Gives a sweep of the training core the objective that fits its data, where the file does not say one.
    private static func complete(
        _ sweep: inout Sweep, of file: SweepFile, _ most: Int?, _ check: ConfigurationCheck
    ) throws {
        if file.hasMetric { return }
        // Of what another program reports nobody knows which is to judge.
        if sweep.program != nil {
            sweep.objective = .unnamed
            return
        }
        if let objective = try check.defaultObjective(sweep.fixedSettings, file.folder) {
            sweep.objective = objective
            return
        }
        // Where the data vary, what fits all of them, if that is one.
        let configurations = try TrialPlan(sweep, configurations: most) { _ in "" }.configurations
        let examples = Dictionary(configurations.map { ($0["data"], $0) }) { first, _ in first }.values
        let objectives = Set(try examples.map { try check.defaultObjective($0, file.folder) })
        if objectives.count == 1, case let objective?? = objectives.first { sweep.objective = objective }
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
