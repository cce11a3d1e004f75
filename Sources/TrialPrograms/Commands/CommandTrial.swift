import Foundation
public import Sweeps
import TrialFolders
public import TrialScheduling

/// An attempt at a trial by a command, in a worker: starts it, keeps what it prints, reads what it reports, and sees to
/// its end and to that of all that it started.
public struct CommandTrial {
    private let context: WorkerLoop.Context
    private let program: SweepProgram
    private let supportFolder: String

    /// - Parameter supportFolder: where what Python programs are given is put, for all trials.
    public init(_ context: WorkerLoop.Context, program: SweepProgram, supportFolder: String) {
        self.context = context
        self.program = program
        self.supportFolder = supportFolder
    }

    /// - Throws: `FileError` where the attempt's files cannot be written; what makes the trial fail.
    public func run() throws -> AttemptEnd {
        let attempt = context.attempt
        let python =
            program.wandb == .none
            ? nil : try PythonSupport.write(to: URL(filePath: supportFolder).standardizedFileURL.path)
        let earlier = try EarlierMeasurements(before: attempt, context.order, program)
        let start = try ProgramStart(
            context.order, program: program, in: attempt, python: python, lastStep: earlier.lastSteps.values.max())
        try start.write()
        var measurements = try ProgramMeasurements(
            context, program: program, after: earlier, variables: start.variables)
        var log = try ProgramLog(path: attempt.log)
        var kills = MemoryKills()
        if context.isDeserted { return .interrupted(.schedulerGone) }
        var watch = ProgramWatch(
            try start.process(), grace: program.grace, stopSignal: program.stopSignal,
            stopRequested: { context.stopCause != nil })
        while let bytes = try watch.next(look: { try measurements.look() }) {
            try log.take(bytes)
            measurements.take(printed: bytes)
        }
        let wasAsked = watch.hasAsked
        let (end, peakMemory) = watch.end()
        context.notePeakMemory(peakMemory)
        try measurements.finish()
        try log.finish()
        // One that was asked may say by code 0 that it has saved all it needs to go on.
        if wasAsked || end != .exited(0), let cause = context.stopCause { return cause.end }
        return verdict(end, killedBy: end == .signaled(SIGKILL) ? kills.explain() : nil)
    }

    /// How the attempt ends whose program ended so by itself.
    private func verdict(_ end: ProgramEnd, killedBy cause: String?) -> AttemptEnd {
        if end == .exited(0) { return .finished }
        var words = end.words
        if let cause { words += ": " + cause }
        let tail = context.attempt.logTail()
        if !tail.isEmpty { words += "\n" + tail }
        switch end {
        // An exit code is an answer.
        case .exited where !program.retriesExitCodes: return .failed(message: words)
        case .exited, .signaled: return .interrupted(.lost(reason: words))
        }
    }
}
