import Foundation
import ProgramMetrics
import Sweeps
import TrialFolders

/// What earlier attempts at a trial reported that no journal has: their workers were killed before they read it, or the
/// journal was damaged. What the program left says it still.
struct UnreadReports {
    private let attempt: AttemptFolder
    private let order: AttemptOrder
    private let program: SweepProgram

    /// - Parameter attempt: the one that is to go on; `order` names those before it.
    init(_ attempt: AttemptFolder, _ order: AttemptOrder, _ program: SweepProgram) {
        self.attempt = attempt
        self.order = order
        self.program = program
    }

    /// The values that the journals up to `origin` lack; all that is known where that is nil.
    func runs(goingOnFrom origin: JournalPosition?) throws -> [MeasurementRun] {
        let earlier = try order.earlierAttempts.sorted().map { number in
            (folder: attempt.sibling(number), journal: try Self.lines(of: attempt.sibling(number)))
        }
        if origin != nil, earlier.allSatisfy({ Self.isWhole($0.journal) }) { return [] }
        var all = MeasuredSteps()
        for (folder, journal) in earlier {
            if Self.isWhole(journal) { all.take(journal) } else { try read(folder, journal, after: &all) }
        }
        return try all.runs(without: Self.steps(in: attempt, upTo: origin))
    }

    private static func lines(of attempt: AttemptFolder) throws(FileError) -> [JournalReader.Line] {
        var reader = JournalReader(path: attempt.journal)
        return try reader.readNewLines()
    }

    /// Whether its worker has read all that the program reported: it then wrote what the attempt took.
    private static func isWhole(_ lines: [JournalReader.Line]) -> Bool {
        lines.contains { if case .used = $0.entry { true } else { false } }
            && !lines.contains { $0.entry == nil }
    }

    /// What counts by the journals.
    private static func steps(in attempt: AttemptFolder, upTo place: JournalPosition?) throws -> MeasuredSteps {
        guard let place, place.attempt < attempt.number else { return MeasuredSteps() }
        let earlier = attempt.sibling(place.attempt)
        let journal = try lines(of: earlier).filter { $0.end <= place.offset }
        var origin: JournalPosition?
        if case .begun(let from, let position)? = journal.first?.entry, from > 0 {
            origin = JournalPosition(attempt: from, offset: position)
        }
        var steps = try steps(in: earlier, upTo: origin)
        steps.take(journal)
        return steps
    }

    /// Takes what an attempt reported, by what it left and by what its journal has.
    private func read(
        _ folder: AttemptFolder, _ journal: [JournalReader.Line], after all: inout MeasuredSteps
    ) throws {
        // What earlier attempts reported counts no more from where this one began, says either.
        for case .withdrawn(let withdrawal)? in journal.map(\.entry) { all.withdraw(withdrawal) }
        var succession = Succession(isNeeded: true)
        for finding in try findings(of: folder, after: all) {
            for withdrawal in succession.withdrawals(before: finding) { all.withdraw(withdrawal) }
            if case .values(let runs, _) = finding { all.take(runs) }
        }
        var own = MeasuredSteps()
        own.take(journal)
        all.fill(from: own)
    }

    private static func whole(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }

    private func findings(of folder: AttemptFolder, after earlier: MeasuredSteps) throws -> [Finding] {
        var settings = program.metrics
        // Files elsewhere are read by the attempt that goes on, too.
        settings.csvFiles.removeAll { $0.hasPrefix("/") || $0.contains("${") }
        settings.jsonLineFiles.removeAll { $0.hasPrefix("/") || $0.contains("${") }
        let goesOn = folder.storedCommand()?.findsCheckpoints == true
        let counts = goesOn ? earlier.points.compactMapValues { $0.keys.max() } : [:]
        var collector = try MetricCollector(
            metrics: program.metricNames(objective: order.objective), settings: settings,
            trialFolder: Self.whole(folder.filesFolder), reportedFile: Self.whole(folder.reportedFile),
            wandbFile: Self.whole(folder.wandbFile),
            earlierCounts: counts)
        // A log that has lost its middle would be counted wrongly.
        if ProgramLog.isWhole(path: folder.log), let log = FileManager.default.contents(atPath: folder.log) {
            log.withUnsafeBytes { collector.take(printed: $0) }
        }
        return collector.finish()
    }
}
