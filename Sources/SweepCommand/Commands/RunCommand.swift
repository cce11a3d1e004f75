import Analysis
public import ArgumentParser
import Charts
import Foundation
import Logging
import Reports
import ResultsStore
import SweepFiles
import SweepPlanning
public import SweepRuns
import SweepViews
import Sweeps
import Synchronization
import TextReports
import TrialFolders
import TrialPrograms
import TrialScheduling
import Workloads

/// `sweep run`: trains what is missing.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Train the trials of a sweep file that are not done yet.",
        discussion: """
            Ctrl-C ends a run cleanly: trials checkpoint at their next step, and the same command goes on from there. \
            Trials that are done are never trained again; an edited file adds what is new.
            """)

    @Argument(
        help: "The sweep file, or a Python script that calls wandb.sweep and wandb.agent.",
        completion: .file(extensions: ["yaml", "yml", "py"]))
    var file: String

    @Option(help: ArgumentHelp("Trials at once (default: the file's, else one for each GPU or core).", valueName: "n"))
    var jobs: Int?

    @Option(help: "Train the trials that failed or timed out, or that were cancelled, again, and only them.")
    var retry: SweepRun.Retry?

    @Option(
        help: ArgumentHelp(
            "How many further configurations to train, after those that an earlier run was to train.", valueName: "n"))
    var count: Int?

    @Option(help: ArgumentHelp("How to search, in place of the file's method.", valueName: "method"))
    var method: Sweep.Method?

    @Flag(help: "Run trials anew that finished with another version of the file's 'program'.")
    var again = false

    @OptionGroup var gpus: GPUOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if let count, count < 1 { throw ValidationError("'--count' is \(count); it must be at least 1.") }
        if let jobs, !SweepLimits.possibleJobs.contains(jobs) {
            throw ValidationError("'--jobs' is \(jobs); it must be from 1 to \(SweepLimits.possibleJobs.upperBound).")
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        try LocalWorkers.checkThreads()
        // Nothing is under way before the training that would have to be ended with care.
        Interruptions.endProcess(saying: options.quiet ? nil : "Interrupted; 'sweep run \(file)' begins again.")
        let cache = options.workloadCache()
        let read = try SweepFile.read(orRun: file)
        var wanted = try WantedConfigurations(
            read.sweep, method: method, further: count, in: options.storeIfThere())
        var prepared = try prepare(read, wanted, cache)
        try prepared.requireProgram()
        let machine = try gpus.machine(for: prepared, jobs: jobs, options.output)
        prepared.notes.forEach(options.output.message)
        if wanted.isOpenEnded {
            options.output.message(
                "The search has no end: it goes on until it is stopped, as by Ctrl-C; '--count' says how many "
                    + "configurations to train.")
        }
        prepared.comparabilityNote(cache).map(options.output.message)
        try options.storeIfThere().flatMap(prepared.changedData).map { options.output.message($0.sentence) }
        while try await trainAndReport(
            prepared, on: machine, cache, isOpenEnded: wanted.isOpenEnded && !prepared.plan.isWholeSpace)
        {
            wanted.goOn()
            prepared = try prepare(read, wanted, cache)
        }
    }

    private func prepare(
        _ file: SweepFile, _ wanted: WantedConfigurations, _ cache: WorkloadCache
    ) throws -> PreparedSweep {
        try PreparedSweep(file: file, checking: .workloads(cache), method: method, configurations: wanted.most)
    }

    /// Trains what is missing and shows what there is.
    ///
    /// - Parameter isOpenEnded: whether there are further configurations once these have been trained.
    /// - Returns: whether to go on with those; nothing is shown yet.
    private func trainAndReport(
        _ prepared: PreparedSweep, on machine: MachineResources, _ cache: WorkloadCache, isOpenEnded: Bool
    ) async throws -> Bool {
        let run: SweepRun
        do {
            run = try SweepRun(prepared, storePath: options.path)
        } catch {
            guard Self.forbidsWriting(error), retry == nil,
                let ended = try? EndedSweep(prepared, storePath: options.path)
            else { throw error }
            try show(ended, since: error)
            return false
        }
        try run.folder.noteRun(of: prepared)
        let changed = try ChangedProgram(prepared, in: run.folder, store: run.store)
        if let changed, !again { options.output.message(changed.sentence(file: file)) }
        var finish = try await train(
            run, of: prepared, on: machine, again: again ? changed?.trials ?? [] : [],
            hasBest: prepared.isComparable(cache))
        if isOpenEnded, retry == nil, finish == .allEnded, !Interruptions.haveBeen {
            run.end()
            return true
        }
        // Whoever asked for the end after the last trial does not wait for charts either.
        if finish == .allEnded, Interruptions.haveBeen { finish = .stopped }
        var isUnjudged = false
        do {
            isUnjudged = try report(
                run.sweep, in: run.store, folder: run.folder, withCharts: finish != .stopped)
        } catch CommandError.cannotWrite where finish == .stopped {
            // The terminal that closed reads no ranking.
        }
        let states = try run.states()
        run.end()
        try conclude(finish, states)
        if isUnjudged { throw ExitCode(1) }
        return false
    }

    private static func forbidsWriting(_ error: any Error) -> Bool {
        if case StoreError.cannotWrite = error { true } else { error is FileError }
    }

    /// A sweep that has ended can be looked at where nothing may be written.
    private func show(_ ended: EndedSweep, since error: any Error) throws {
        options.output.message(
            "Nothing is left to train, and nothing is written, no charts either: \(CommandError(error)?.description ?? "")"
        )
        try report(ended.sweep, in: ended.store, folder: ended.folder, withCharts: false)
        try conclude(.allEnded, ended.states)
    }

    private func train(
        _ run: borrowing SweepRun, of prepared: PreparedSweep, on machine: MachineResources, again: [TrialIdentity],
        hasBest: Bool
    ) async throws -> SweepController.Finish {
        let display = Mutex(
            ProgressDisplay(
                of: prepared, hasBest: hasBest, style: .standardError(isQuiet: options.quiet),
                on: { .standardError() }, write: StandardError.write))
        let logger = Logger(label: "sweep") { _ in MessageLog() }
        let workers = LocalWorkers(
            executable: try OwnProgram.path(), arguments: ["worker", "--data-cache", options.dataCachePath],
            cores: machine.cores, logger: logger)
        let (name, output) = (SafeText.escaping(run.sweep.name), options.output)
        return try await run.train(
            jobs: jobs, on: machine, retry: retry, again: again, with: workers, logger: logger,
            interruptions: Interruptions.stream
        ) { event in
            switch event {
            case .scheduling(let news): display.withLock { $0.take(news) }
            default: event.words(sweep: name).map(output.message)
            }
        }
    }

    /// The ranking on standard output, and the charts in the sweep's folder unless somebody waits for the end.
    ///
    /// - Returns: whether the file names a metric of which no finished trial has a value.
    @discardableResult private func report(
        _ sweep: Sweep, in store: ResultsStore, folder: SweepFolder, withCharts: Bool
    ) throws -> Bool {
        let record = try SweepLookup.find(sweep.name, in: store)
        let view = try SweepView(of: record, in: store)
        let ranked = RankedConfigurations(view)
        let ranking = RankReport(ranked, top: max(1, 10 / max(1, ranked.sections.count)))
        try options.output.result(options.json ? ranking.json : ranking.text(for: .standardOutput()))
        if !options.json { ranking.notes.forEach(options.output.message) }
        for case .mixedMachines(let mixed) in view.notes { options.output.message(mixed.sentence) }
        if withCharts { try draw(record, in: store, folder: folder) }
        return ObjectiveAbsence(view)?.isOfNamedMetric ?? false
    }

    /// Writes the sweep's charts; a system without fonts, memory or threads for them is no reason to fail.
    private func draw(_ record: SweepRecord, in store: ResultsStore, folder: SweepFolder) throws {
        var chart = ChartOptions()
        chart.command = ShellText.words(["sweep", "chart", record.name] + options.storeWords)
        do {
            let selection = MeasurementSelection(for: ChartKind.allCases, options: chart)
            let outcome = try SweepCharts.write(
                of: SweepView(of: record, in: store, selection: selection), to: folder.charts, options: chart)
            if !outcome.paths.isEmpty { options.output.message("Charts: \(folder.charts)") }
        } catch let error as ChartError where error.isOfTheSystem {
            options.output.message("No charts: \(error)")
        }
    }

    /// What the end means for the person and for the exit code.
    private func conclude(_ finish: SweepController.Finish, _ states: [TrialState: Int]) throws {
        guard let words = RunEndText(file: file).words(finish, states) else { return }
        options.output.message(words)
        throw ExitCode(finish == .stopped ? 130 : 1)
    }
}

extension SweepRun.Retry: ExpressibleByArgument {}
