public import Foundation
public import Sweeps
import Synchronization
public import TrialFolders

/// A worker process: trains one trial after the other as the scheduler orders.
///
/// Orders come by standard input, notices go out by standard output, measurements go to the attempt's journal. When
/// standard input ends, the scheduler is gone or has nothing more to do: the trial checkpoints at its next step and the
/// worker leaves. One that is stuck is ended by a watchdog.
public struct WorkerLoop: Sendable {
    /// What a training needs from the worker that runs it.
    public struct Context: Sendable {
        /// The attempt's folder.
        public let attempt: AttemptFolder
        public let order: AttemptOrder
        fileprivate let journal: Journal
        fileprivate let stops: StopRequests
        fileprivate let programMemory = ProgramMemory()
        fileprivate let scheduler: Int32

        /// Why the training is to end at its next step; nil while it may go on.
        public var stopCause: StopCause? { stops.cause(for: order.trial.identity) }

        /// Whether whoever gave the order is gone, so that somebody else may be at the trial by now.
        public var isDeserted: Bool { getppid() != scheduler }

        /// Must be called once, before the first measurement: the attempt (0: none) and the place in its journal that
        /// the training goes on from; and what it is computed with, where that is known.
        public func begin(fromAttempt: Int, journalPosition: Int, with machine: Machine? = nil) throws {
            try journal.append(.begun(fromAttempt: fromAttempt, journalPosition: journalPosition))
            if let machine { try journal.append(.computed(with: machine)) }
        }

        /// Says that values that were measured before, in this attempt and in those that it goes on from, no longer count.
        public func withdraw(_ withdrawal: Withdrawal) throws {
            try journal.append(.withdrawn(withdrawal))
        }

        /// Notes the most memory that a program of the attempt's had, in bytes, in place of the worker's own.
        public func notePeakMemory(_ bytes: Int) {
            programMemory.peak.withLock { $0 = max($0 ?? 0, bytes) }
        }

        /// Takes what was measured; the journal has it after `endEpoch`, `syncJournal` or the attempt's end.
        public func report(_ run: MeasurementRun) {
            journal.take(run)
        }

        /// Writes what was measured, at the time that is given, else now; value by value, since a program may say a step
        /// again, which then takes the place of the former.
        public func report(_ runs: [MeasurementRun], at time: Date?) throws {
            let single = runs.flatMap { run in
                run.values.enumerated().map { index, value in
                    MeasurementRun(metric: run.metric, epoch: run.epoch, step: run.firstStep + index, value: value)
                }
            }
            try journal.write(single, at: time ?? Date())
        }

        /// Says that what was reported belongs together and can be written.
        public func endEpoch() throws {
            try journal.writeTaken()
        }

        /// Has the scheduler tell a person what no measurement says.
        public func warn(_ message: String) {
            WorkerLoop.notify(.warning(order.trial.identity, message: message))
        }

        /// Hands what was written to the operating system, so that others read it.
        public func flush() throws {
            try journal.flush()
        }

        /// Brings the journal to the disk and tells its length.
        public func syncJournal() throws -> Int {
            try journal.sync()
        }
    }

    private let prepare: @Sendable () throws -> Void
    private let train: @Sendable (Context) throws -> AttemptEnd

    /// - Parameters:
    ///   - prepare: throws why no trial can be trained here.
    ///   - train: trains the order's trial; an error that it throws is the trial's failure, except for a `FileError`,
    ///     after which the sweep cannot go on.
    public init(
        prepare: @escaping @Sendable () throws -> Void = {},
        train: @escaping @Sendable (Context) throws -> AttemptEnd
    ) {
        self.prepare = prepare
        self.train = train
    }

    /// Works until standard input ends.
    public func run() {
        let scheduler = getppid()
        let inbox = Inbox()
        do {
            try PlainThread.start {
                inbox.read()
                Self.endIfStuck(after: inbox.patience.withLock { $0 })
            }
            try prepare()
        } catch {
            return Self.notify(.cannotStart(reason: "\(error)"))
        }
        Self.notify(.ready)
        while let (trial, attempt) = inbox.next() {
            Self.notify(run(attempt, at: trial, inbox, for: scheduler))
        }
        // A scheduler that lives sees to the rest of the group itself.
        if getppid() != scheduler { Self.endGroup() }
    }

    /// Ends this process and all that it started, if it has not left by itself after a while.
    private static func endIfStuck(after patience: TimeInterval) {
        Thread.sleep(forTimeInterval: patience)
        endGroup()
    }

    /// Leaves nothing behind that this worker started, where it leads a process group of its own; it ends as well.
    private static func endGroup() {
        kill(getpgrp() == getpid() ? 0 : getpid(), SIGKILL)
    }

    private func run(
        _ attempt: AttemptFolder, at trial: TrialIdentity, _ inbox: Inbox, for scheduler: Int32
    ) -> WorkerNotice {
        do throws(FileError) {
            redirectStandardError(to: attempt.log)
            let meter = UsageMeter()
            let order = try attempt.order()
            inbox.patience.withLock { $0 = order.stopSeconds }
            let journal = Journal(try JournalWriter(path: attempt.journal))
            let context = Context(
                attempt: attempt, order: order, journal: journal, stops: inbox.stops, scheduler: scheduler)
            let end: AttemptEnd
            do {
                end = try train(context)
            } catch let error as FileError {
                throw error
            } catch {
                end = .failed(message: String(describing: error))
            }
            try journal.append(.used(meter.usage(peakMemory: context.programMemory.peak.withLock { $0 })))
            try journal.append(.ended(end))
            _ = try journal.sync()
            return .ended(trial)
        } catch {
            return .cannotWrite(trial, error)
        }
    }

    /// A trap's last words then stand in the log of the attempt that it ended.
    private func redirectStandardError(to log: String) {
        let descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        dup2(descriptor, STDERR_FILENO)
        close(descriptor)
    }

    /// Tells the scheduler. If it is gone nobody listens; then standard input has ended too, and the worker leaves.
    private static func notify(_ notice: WorkerNotice) {
        guard let line = try? WorkerLine.encode(notice) else { return }
        var rest = Array(line.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
        }
    }
}

/// Takes in orders on a thread of its own, so that a stop reaches a training under way.
private final class Inbox: Sendable {
    let stops = StopRequests()
    /// How long the worker may take to end its attempt and leave, in seconds.
    let patience = Mutex<TimeInterval>(15)
    private let orders = Mutex<[(TrialIdentity, AttemptFolder)]>([])
    private let arrived = DispatchSemaphore(value: 0)

    /// Returns when standard input ends.
    func read() {
        while let line = readLine() {
            switch try? WorkerLine.decode(WorkerOrder.self, from: line) {
            case .attempt(let trial, let attempt):
                stops.forget(trial)
                orders.withLock { $0.append((trial, attempt)) }
                arrived.signal()
            case .stop(let trial, let cause): stops.request(cause, for: trial)
            case nil: stops.requestAll(.schedulerGone)
            }
        }
        stops.requestAll(.schedulerGone)
        arrived.signal()
    }

    /// The next order; nil when there will be no more.
    func next() -> (TrialIdentity, AttemptFolder)? {
        arrived.wait()
        return orders.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}

/// Which attempts are to stop, and why.
private final class StopRequests: Sendable {
    private let isAny = Atomic(false)
    private let stored = Mutex<(causes: [TrialIdentity: StopCause], all: StopCause?)>(([:], nil))

    /// Asked at every step, so the common answer takes no lock.
    func cause(for trial: TrialIdentity) -> StopCause? {
        guard isAny.load(ordering: .acquiring) else { return nil }
        return stored.withLock { $0.all ?? $0.causes[trial] }
    }

    /// What was asked of an earlier attempt is not meant for the next one.
    func forget(_ trial: TrialIdentity) {
        stored.withLock { $0.causes[trial] = nil }
    }

    func request(_ cause: StopCause, for trial: TrialIdentity) {
        stored.withLock { $0.causes[trial] = cause }
        isAny.store(true, ordering: .releasing)
    }

    func requestAll(_ cause: StopCause) {
        stored.withLock { $0.all = cause }
        isAny.store(true, ordering: .releasing)
    }
}

/// What a program of an attempt's took, where it runs one.
private final class ProgramMemory: Sendable {
    let peak = Mutex<Int?>(nil)
}

/// A journal that closures can share.
private final class Journal: Sendable {
    private let writer: Mutex<JournalWriter>
    /// Reported, and not written yet.
    private let taken = Mutex<[MeasurementRun]>([])

    init(_ writer: consuming sending JournalWriter) {
        self.writer = Mutex(writer)
    }

    func take(_ run: MeasurementRun) {
        taken.withLock { $0.append(run) }
    }

    func writeTaken() throws(FileError) {
        let runs = taken.withLock { taken in
            defer { taken.removeAll(keepingCapacity: true) }
            return taken
        }
        try write(runs, at: Date())
    }

    func write(_ runs: [MeasurementRun], at time: Date) throws(FileError) {
        try append(JournalEntry.lines(of: runs, at: Date(milliseconds: time.milliseconds)))
    }

    /// Appends an entry after what was reported before.
    func append(_ entry: JournalEntry) throws(FileError) {
        try writeTaken()
        try append([entry])
    }

    private func append(_ entries: [JournalEntry]) throws(FileError) {
        if entries.isEmpty { return }
        try writer.withLock { writer throws(FileError) in try writer.append(entries) }
    }

    func flush() throws(FileError) {
        try writer.withLock { writer throws(FileError) in try writer.flush() }
    }

    func sync() throws(FileError) -> Int {
        try writeTaken()
        return try writer.withLock { writer throws(FileError) in try writer.sync() }
    }
}
