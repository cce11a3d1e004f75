import Analysis
import ArgumentParser
import Charts
import Foundation
import Logging
import Reports
import ResultsStore
import Settings
import SweepFiles
import SweepPlanning
import SweepViews
import Sweeps
import Synchronization
import TrialScheduling

/// `sweep run`: trains what is missing.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Train the trials of a sweep file that are not done yet.",
        discussion: """
            Ctrl-C ends a run cleanly: trials checkpoint at their next step, and the same command goes on from there. \
            Trials that are done are never trained again; an edited file adds what is new.
            """)

    enum Retried: String, ExpressibleByArgument, CaseIterable {
        case failed, cancelled

        /// The states of the trials that it means.
        var states: Set<TrialState> { self == .failed ? [.failed, .timedOut] : [.cancelled] }
    }

    @Argument(help: "The sweep file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(help: ArgumentHelp("Workers at once (default: the file's, else one for each core).", valueName: "n"))
    var jobs: Int?

    @Option(help: "Train the trials that failed or timed out, or that were cancelled, again, and only them.")
    var retry: Retried?

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if let jobs, !Sweep.possibleJobs.contains(jobs) {
            throw ValidationError("'--jobs' is \(jobs); it must be from 1 to \(Sweep.possibleJobs.upperBound).")
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        // Nothing is under way before the training that would have to be ended with care.
        Interruptions.endProcess(saying: options.quiet ? nil : "Interrupted; 'sweep run \(file)' begins again.")
        let prepared = try PreparedSweep(file: file, cache: options.workloadCache())
        prepared.notes.forEach(options.output.message)
        try checkName(of: prepared)
        let store = try ResultsStore.openForWriting(path: options.path)
        let folder = SweepFolder(sweep: prepared.sweep.name, besideStore: options.path)
        try folder.create()
        let lock = try SweepLock(path: folder.lock)
        // What was wanted of an earlier run is not meant for this one; what comes from now on is.
        _ = ControlBox(folder).take()
        if lock.followsUncleanEnd { try store.requireIntegrity() }
        var finish = try await train(prepared, in: store, folder: folder, after: lock.killedHolder)
        // Whoever asked for the end after the last trial does not wait for charts either.
        if finish == .allEnded, Interruptions.haveBeen { finish = .stopped }
        do {
            try report(prepared.sweep, in: store, folder: folder, withCharts: finish != .stopped)
        } catch CommandError.cannotWrite where finish == .stopped {
            // The terminal that closed reads no ranking.
        }
        lock.end()
        try conclude(finish, store: store, sweep: prepared.sweep)
    }

    /// A sweep's folder lies beside the store, so it cannot have the name of what is there already.
    private func checkName(of prepared: PreparedSweep) throws {
        let store = URL(filePath: options.path).lastPathComponent
        let taken = ["", "-wal", "-shm", "-journal"].map { store + $0 }
        guard taken.contains(prepared.sweep.name) else { return }
        throw prepared.file.error(
            SettingError(
                path: "name", value: .string(prepared.sweep.name),
                rule: "the sweep's folder lies beside the store '\(options.path)' and cannot have the name of its files"
            ))
    }

    private func train(
        _ prepared: PreparedSweep, in store: ResultsStore, folder: SweepFolder, after killed: SweepLock.Holder?
    ) async throws -> SweepController.Finish {
        let sweep = prepared.sweep
        let records = try register(prepared, in: store, folder: folder, after: killed)
        let waiting = records.filter { !$0.state.isEnd }.count
        let cores = UsableCores.count
        let jobs = max(1, min(self.jobs ?? sweep.jobs ?? cores, waiting))
        let assignment = TrialScheduler.Assignment(
            sweep: sweep, records: records, folder: folder, dataFolder: prepared.file.folder,
            limits: .init(jobs: jobs, retries: sweep.retries, maxFailed: sweep.maxFailed))
        let display = Mutex(ProgressDisplay(of: prepared, style: .standardError(isQuiet: options.quiet)))
        let logger = Logger(label: "sweep") { _ in MessageLog() }
        let workers = LocalWorkers(
            executable: try OwnProgram.path(),
            arguments: ["worker", "--data-cache", options.dataCachePath], cores: cores,
            logger: logger)
        let scheduler = TrialScheduler(
            assignment, store: store, launcher: workers, logger: logger, best: try best(of: sweep, in: store)
        ) { news in
            display.withLock { $0.take(news) }
        }
        return try await scheduler.run(interruptions: Interruptions.stream())
    }

    /// The best value that the sweep's trials have measured so far.
    private func best(of sweep: Sweep, in store: ResultsStore) throws -> RunProgress.Judged? {
        let stored = try StoredSweep(SweepLookup.find(sweep.name, in: store), in: store)
        return stored.trials.reduce(nil) { best, record in
            let summary = stored.summaries[record.id]?[sweep.objective.metric]
            guard let point = summary?.value(.best, sweep.objective.goal) else { return best }
            if let best, !sweep.objective.prefers(point.value, to: best.value) { return best }
            return RunProgress.Judged(trial: record.trial, value: point.value, epoch: point.epoch)
        }
    }

    /// Brings the store up to the file and to what an earlier run left in the folders.
    private func register(
        _ prepared: PreparedSweep, in store: ResultsStore, folder: SweepFolder, after killed: SweepLock.Holder?
    ) throws -> [TrialRecord] {
        let now = Date()
        let records = try store.register(
            prepared.sweep, fileText: prepared.file.text, filePath: prepared.file.path, trials: prepared.plan.trials,
            at: now)
        guard let record = try store.sweep(named: prepared.sweep.name) else { return records }
        try folder.write(SweepDescription(record))
        try folder.write(TrialRoster(store.trials(of: record.id)))
        if let killed { tellOfTheKilled(killed, records) }
        let words = try CatchUp.apply(
            records, attempts: store.attempts(of: record.id), in: folder, to: store, at: now, killed: killed,
            retries: prepared.sweep.retries)
        words.forEach(options.output.message)
        var wanted = records
        if let retry {
            wanted = records.filter { retry.states.contains($0.state) }
            if wanted.isEmpty {
                let states = retry == .failed ? "has failed or timed out" : "was cancelled"
                options.output.message("No trial of '\(SafeText.escaping(record.name))' \(states).")
            }
            for one in wanted {
                let trial = folder.trial(one.trial.identity)
                try trial.create(for: one.trial, number: one.number, sweep: record.name)
                try trial.note(.pending, at: now)
            }
            try store.apply(wanted.map { .stateChanged($0.id, .pending, message: nil, at: now) })
        }
        let current = Dictionary(try store.trials(of: record.id).map { ($0.id, $0) }) { first, _ in first }
        return wanted.compactMap { current[$0.id] }
    }

    private func tellOfTheKilled(_ holder: SweepLock.Holder, _ records: [TrialRecord]) {
        let left = records.filter { $0.state == .running }.count
        guard left > 0 else { return }
        options.output.message(
            "The run before, \(holder.words), left \(Phrases.count(left, "trial")) under way (\(holder.endWords)); "
                + "each goes on from its checkpoint.")
    }

    /// The ranking on standard output, and the charts in the sweep's folder unless somebody waits for the end.
    private func report(_ sweep: Sweep, in store: ResultsStore, folder: SweepFolder, withCharts: Bool) throws {
        let record = try SweepLookup.find(sweep.name, in: store)
        let stored = try StoredSweep(record, in: store)
        let ranking = RankReport(
            sweep: sweep.name, ranking: Ranking(of: stored.outcomes, by: sweep.objective),
            order: sweep.parameterNames, top: 10)
        try options.output.result(options.json ? ranking.json : ranking.text(for: .standardOutput()))
        if !options.json { ranking.notes.forEach(options.output.message) }
        if withCharts { try draw(record, in: store, folder: folder) }
    }

    /// Writes the sweep's charts; a system without fonts is no reason to fail.
    private func draw(_ record: SweepRecord, in store: ResultsStore, folder: SweepFolder) throws {
        var chart = ChartOptions()
        chart.command = "sweep chart \(record.name)"
        do {
            let selection = MeasurementSelection(for: ChartKind.allCases, options: chart)
            let outcome = try SweepCharts.write(
                of: SweepView(of: record, in: store, selection: selection), to: folder.charts, options: chart)
            if !outcome.paths.isEmpty { options.output.message("Charts: \(folder.charts)") }
        } catch ChartError.noFonts {
            options.output.message("No charts: \(ChartError.noFonts)")
        }
    }

    /// What the end means for the person and for the exit code.
    private func conclude(_ finish: SweepController.Finish, store: ResultsStore, sweep: Sweep) throws {
        let states = try StoredSweep(SweepLookup.find(sweep.name, in: store), in: store).states
        let failed = (states[.failed] ?? 0) + (states[.timedOut] ?? 0)
        switch finish {
        case .stopped:
            options.output.message("Stopped; 'sweep run \(file)' goes on from here.")
            throw ExitCode(130)
        case .tooManyFailed(let count):
            options.output.message(
                "Given up after \(Phrases.count(count, "failed trial")) ('max_failed'); 'sweep show TRIAL' says why, "
                    + "'sweep run \(file) --retry failed' tries them again.")
            throw ExitCode(1)
        case .sameFailure(let failure, let count):
            options.output.message(
                "Given up: \(count) trials in a row failed alike (\(SafeText.escaping(failure))). Mend the cause; "
                    + "'sweep run \(file) --retry failed' tries them again, 'sweep run \(file)' goes on with the rest.")
            throw ExitCode(1)
        case .allEnded where failed > 0:
            options.output.message(
                "\(Phrases.count(failed, "trial")) failed; 'sweep show TRIAL' says why, "
                    + "'sweep run \(file) --retry failed' tries again.")
            throw ExitCode(1)
        case .allEnded: return
        }
    }
}
