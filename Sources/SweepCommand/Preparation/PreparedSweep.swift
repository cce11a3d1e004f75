import Settings
import SweepFiles
import SweepPlanning
import Sweeps
import Workloads

/// A sweep file that was read, planned and checked to the last setting; nothing has been written yet.
struct PreparedSweep {
    let file: SweepFile
    let sweep: Sweep
    let plan: TrialPlan
    /// For each configuration of the plan, in its order.
    let summaries: [WorkloadSummary]

    /// - Parameter cache: where its data are read to.
    /// - Throws: `SweepFileError` with the place in the file, or an error in the data with its place there.
    init(file path: String, cache: WorkloadCache) throws {
        file = try SweepFile.read(path: path)
        do {
            let sweep = try Self.completed(file, cache: cache)
            var summaries: [WorkloadSummary] = []
            plan = try TrialPlan(sweep) { [folder = file.folder] configuration in
                let workload = try Self.placing(configuration) {
                    try Workload(
                        configuration: configuration, objective: sweep.objective, folder: folder, cache: cache)
                }
                summaries.append(workload.summary)
                return workload.summary.fingerprint
            }
            self.sweep = sweep
            self.summaries = summaries
        } catch let error as SettingError {
            throw file.error(error)
        }
    }

    /// Says an error in a file as one about the setting that names the file.
    private static func placing<Result>(_ configuration: Configuration, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            throw WorkloadError.settingError(for: error, in: configuration.settings) ?? error
        }
    }

    /// Training steps of all trials together.
    var totalSteps: Int {
        summaries.reduce(0) { $0 + $1.totalSteps } * sweep.seeds.count
    }

    /// What a person should know about the file, although it can be used.
    var notes: [String] {
        file.notes.map { "\(file.path):\($0.position): \($0.text)" } + plan.notes + dataNotes + skippedNotes
    }

    /// What lies at the data's places and is not used, each once.
    private var dataNotes: [String] {
        var notes: [String] = []
        for note in summaries.flatMap(\.dataNotes) where !notes.contains("\(note).") { notes.append("\(note).") }
        return notes
    }

    /// A line for each data set of which pictures were left out.
    private var skippedNotes: [String] {
        var notes: [String] = []
        for summary in summaries {
            guard let first = summary.skippedExamples.first else { continue }
            let count = Phrases.count(summary.skippedExamples.count, "picture")
            let note = "\(summary.dataName): \(count) left out that cannot be read, first \(first)."
            if !notes.contains(note) { notes.append(note) }
        }
        return notes
    }

    /// The sweep with the objective that fits its data, where the file does not say one.
    private static func completed(_ file: SweepFile, cache: WorkloadCache) throws -> Sweep {
        var sweep = file.sweep
        guard !file.hasMetric, sweep.fixedSettings["data"] != nil else { return sweep }
        sweep.objective = try placing(sweep.fixedSettings) {
            try Workload.defaultObjective(for: sweep.fixedSettings, folder: file.folder, cache: cache)
        }
        return sweep
    }
}
