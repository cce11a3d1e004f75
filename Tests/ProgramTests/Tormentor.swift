import Foundation
import GRDB
import Randomness
import Testing

/// Runs a sweep to its end and does harm to it meanwhile, at random moments.
actor Tormentor {
    enum Fault: String, CaseIterable {
        case killScheduler = "scheduler killed"
        case killWorker = "worker killed"
        case killBoth = "scheduler and workers killed"
        case stopWorker = "worker stopped for a while"
        case stopScheduler = "scheduler stopped for a while"
        case zombie = "worker alive beside its successor"
        case interrupt = "interrupted"
        case interruptTwice = "interrupted twice"
        case lockStore = "store locked for a while"
        case control = "paused or given other jobs"
        case tearCheckpoint = "checkpoint torn"
        case tearJournal = "journal torn"
        case removeFolder = "trial's folder removed"
        case tearMetrics = "metric file torn"

        /// Those that happen to a run, not between two.
        static let duringRuns = allCases.dropLast(4)
    }

    private var random: RandomStream
    private var counts: [Fault: Int] = [:]
    /// Workers that were stopped when their scheduler was killed.
    private var zombies: [Int32] = []
    private var faultsLeft = 0
    /// Attempts whose metric files were torn.
    private var torn: Set<String> = []

    init(seed: UInt64) {
        random = RandomStream(seed: seed, .search)
    }

    var report: String {
        let parts = Fault.allCases.compactMap { fault in counts[fault].map { "\($0) × \(fault.rawValue)" } }
        return "\(counts.values.reduce(0, +)) faults: " + parts.joined(separator: ", ")
    }

    /// Starts the sweep again and again until it ends by itself, which it does undisturbed after so many faults.
    func run(_ sweep: Program, _ file: String, faults: Int) async throws {
        faultsLeft = faults
        for _ in 0..<500 {
            let jobs = String(1 + random.below(3))
            let outcome = try await sweep.run(["run", file, "--jobs", jobs]) { process in
                try await self.torment(process, of: sweep)
            }
            // A signal may come before the program listens to it.
            let codes = [0, 130] + [SIGKILL, SIGINT, SIGTERM, SIGHUP].map { 128 + $0 }
            // On a busy machine a lock may be held for longer than a run waits for it.
            let gaveUp = outcome.code == 73 && outcome.messages.contains("locked by another process for too long")
            #expect(codes.contains(outcome.code) || gaveUp, "\(outcome.code): \(outcome.messages)")
            if outcome.code == 0 { break }
            try await tear(sweep.folder)
        }
        for worker in zombies { kill(worker, SIGCONT) }
        zombies = []
        let areGone = try await OtherProcess.workersLeave(sweep.folder, within: .seconds(20))
        #expect(areGone, "workers are left: \(OtherProcess.workers(in: sweep.folder))")
    }

    /// Harms the run until it is over or has seen enough.
    private func torment(_ scheduler: Int32, of sweep: Program) async throws {
        while OtherProcess(scheduler).isAlive {
            try await pause(5...250)
            if !zombies.isEmpty {
                for worker in zombies { kill(worker, SIGCONT) }
                zombies = []
                continue
            }
            guard faultsLeft > 0, OtherProcess(scheduler).isAlive else { return }
            let faults = Array(Fault.duringRuns)
            let fault = faults[Int(random.below(UInt64(faults.count)))]
            if try await inflict(fault, on: scheduler, of: sweep) {
                counts[fault, default: 0] += 1
                faultsLeft -= 1
            }
        }
    }

    private func inflict(_ fault: Fault, on scheduler: Int32, of sweep: Program) async throws -> Bool {
        let workers = OtherProcess.workers(in: sweep.folder)
        let worker = workers.randomElement(using: &random)
        switch fault {
        case .killScheduler: kill(scheduler, SIGKILL)
        case .killWorker:
            guard let worker else { return false }
            kill(worker, SIGKILL)
        case .killBoth: for process in workers + [scheduler] { kill(process, SIGKILL) }
        case .stopWorker, .stopScheduler:
            guard let process = fault == .stopWorker ? worker : scheduler else { return false }
            kill(process, SIGSTOP)
            try await pause(50...400)
            kill(process, SIGCONT)
        case .zombie:
            guard let worker else { return false }
            kill(worker, SIGSTOP)
            kill(scheduler, SIGKILL)
            zombies = [worker]
        case .interrupt, .interruptTwice:
            kill(scheduler, [SIGINT, SIGTERM, SIGHUP][Int(random.below(3))])
            if fault == .interruptTwice {
                try await pause(1...100)
                kill(scheduler, SIGINT)
            }
        case .control:
            try await sweep("jobs", "torture", String(1 + random.below(3)))
            if random.below(2) == 0 {
                try await sweep("pause", "torture")
                try await pause(50...300)
                try await sweep("resume", "torture")
            }
        case .lockStore: return try await lockStore(of: sweep)
        case .tearCheckpoint, .tearJournal, .removeFolder, .tearMetrics: return false
        }
        return true
    }

    /// Holds the right to write to the store, as a program of another's may.
    private func lockStore(of sweep: Program) async throws -> Bool {
        let path = sweep.folder + "/results/sweeps.sqlite"
        guard FileManager.default.fileExists(atPath: path) else { return false }
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(5)
        configuration.allowsUnsafeTransactions = true
        let store = try DatabaseQueue(path: path, configuration: configuration)
        try await store.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
        try await pause(50...400)
        try await store.writeWithoutTransaction { try $0.rollback() }
        return true
    }

    private func pause(_ milliseconds: ClosedRange<UInt64>) async throws {
        let time = milliseconds.lowerBound + random.below(UInt64(milliseconds.count))
        try await Task.sleep(for: .milliseconds(time))
    }

    /// Cuts a checkpoint or a journal of a trial that has not finished anywhere, as a disk may after a crash, or removes
    /// its folder; unless a worker still writes.
    private func tear(_ folder: String) async throws {
        guard zombies.isEmpty, random.below(2) == 0 else { return }
        guard try await OtherProcess.workersLeave(folder, within: .seconds(2)) else { return }
        let attempts = AttemptFiles.all(in: folder)
        let finished = Set(attempts.filter(\.isFinished).map(\.trial))
        guard let attempt = attempts.filter({ !finished.contains($0.trial) }).randomElement(using: &random) else {
            return
        }
        if attempt.isOfProgram { return try tearProgram(attempt) }
        let fault = [Fault.tearCheckpoint, .tearJournal, .tearJournal, .removeFolder][Int(random.below(4))]
        switch fault {
        case .removeFolder: try FileManager.default.removeItem(atPath: attempt.trial)
        default:
            let isJournal = fault == .tearJournal
            guard let length = isJournal ? attempt.journalLength : attempt.checkpointLength, length > 0 else { return }
            let path = isJournal ? attempt.journal : attempt.checkpoint
            truncate(path, off_t(random.below(UInt64(length))))
        }
        counts[fault, default: 0] += 1
    }

    /// The same to an attempt of a program. What it reported stands in its metric file and in the journal: one of the two
    /// is cut; of the file the journal has all only where the worker has seen the program's end.
    private func tearProgram(_ attempt: AttemptFiles) throws {
        let fault = [Fault.tearMetrics, .tearMetrics, .tearJournal, .removeFolder][Int(random.below(4))]
        switch fault {
        case .removeFolder: try FileManager.default.removeItem(atPath: attempt.trial)
        case .tearJournal:
            guard let length = attempt.journalLength, length > 0, !torn.contains(attempt.path) else { return }
            truncate(attempt.journal, off_t(random.below(UInt64(length))))
        default:
            guard let text = FileManager.default.contents(atPath: attempt.metrics) else { return }
            torn.insert(attempt.path)
            if attempt.isRead, !text.isEmpty {
                truncate(attempt.metrics, off_t(random.below(UInt64(text.count))))
            } else {
                // A line that a killed program did not bring to its end.
                let line = Data("{\"step\": 7, \"loss\": 0.".utf8)
                try (text + line.prefix(1 + Int(random.below(UInt64(line.count - 1))))).write(
                    to: URL(filePath: attempt.metrics))
            }
        }
        counts[fault, default: 0] += 1
    }
}
