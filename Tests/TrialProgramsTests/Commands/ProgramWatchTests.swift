import Foundation
import Sweeps
import Synchronization
import Testing

@testable import TrialPrograms

@Suite struct ProgramWatchTests {
    private struct Outcome {
        let output: String
        let end: ProgramEnd
        let seconds: Double
    }

    /// - Parameter stopAfter: seconds until the program is asked to end.
    private func run(
        _ script: String, stopAfter: Double = .infinity, grace: Double = 20, signal: StopSignal = .terminate
    ) throws -> Outcome {
        let began = ContinuousClock.now
        var watch = ProgramWatch(
            try ProgramProcess(
                executable: "/bin/sh", arguments: ["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"],
                folder: NSTemporaryDirectory(), adoptsOrphans: false),
            grace: grace, stopSignal: signal,
            stopRequested: { ContinuousClock.now - began > .seconds(min(stopAfter, 1e9)) })
        var output: [UInt8] = []
        while let bytes = watch.next(look: {}) { output += bytes }
        let end = watch.end().end
        return Outcome(
            output: String(decoding: output, as: UTF8.self), end: end,
            seconds: (ContinuousClock.now - began) / .seconds(1))
    }

    @Test func `both outputs come in order, with the exit code`() throws {
        let outcome = try run("echo a; echo b >&2; echo c; exit 3")
        #expect(outcome.output == "a\nb\nc\n")
        #expect(outcome.end == .exited(3))
    }

    @Test func `standard input is empty`() throws {
        #expect(try run("cat; echo end").output == "end\n")
    }

    @Test func `a signal that ends the program is told`() throws {
        #expect(try run("kill -SEGV $$").end == .signaled(SIGSEGV))
    }

    @Test func `a program that is asked to end may clean up`() throws {
        let outcome = try run("trap 'echo cleaned; exit 7' TERM; while :; do sleep 0.05; done", stopAfter: 0.3)
        #expect(outcome.output.hasSuffix("cleaned\n") && outcome.end == .exited(7))
    }

    @Test func `another signal may ask it`() throws {
        let outcome = try run(
            "trap 'echo user; exit 0' USR1; while :; do sleep 0.05; done", stopAfter: 0.3, signal: .user1)
        #expect(outcome.output.hasSuffix("user\n") && outcome.end == .exited(0))
    }

    @Test func `one that does not end is killed after its grace`() throws {
        let outcome = try run("trap '' TERM; while :; do sleep 0.05; done", stopAfter: 0.2, grace: 0.5)
        #expect(outcome.end == .signaled(SIGKILL))
        #expect(outcome.seconds > 0.6 && outcome.seconds < 15)
    }

    @Test func `a stopped program hears that it is to end`() throws {
        #expect(try run("kill -STOP $$; sleep 60", stopAfter: 0.3).end == .signaled(SIGTERM))
    }

    @Test func `what it leaves running in its group is ended`() throws {
        let marker = "60.\(getpid())\(Int.random(in: 100_000...999_999))"
        let outcome = try run("sleep \(marker) & echo done")
        #expect(outcome.output == "done\n" && outcome.end == .exited(0) && outcome.seconds < 30)
        // What was killed takes a moment to be gone.
        for _ in 0..<200 where try isRunning(marker) { usleep(20_000) }
        #expect(try !isRunning(marker))
    }

    /// Whether a process has this word on its command line.
    private func isRunning(_ word: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { name in
            guard Int(name) != nil, let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
                return false
            }
            return String(decoding: line, as: UTF8.self).contains(word)
        }
    }

    @Test func `one that closes its output is waited for without haste`() throws {
        let outcome = try run("exec >&- 2>&-; sleep 0.3; exit 4")
        #expect(outcome.end == .exited(4) && outcome.seconds > 0.25)
    }

    @Test func `a great deal of output is read to its last byte`() throws {
        let outcome = try run("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo last")
        #expect(outcome.output.utf8.count == 3_000_006 && outcome.output.hasSuffix("x\nlast\n"))
    }

    @Test func `what cannot be started is told with its reason`() throws {
        let error = #expect(throws: ProgramProcess.StartError.self) {
            _ = try ProgramProcess(
                executable: "/bin/sh", arguments: ["sh"], environment: [:], folder: "/no such folder",
                adoptsOrphans: false
            ).end()
        }
        #expect(error?.isOfFolder == true && error?.code == ENOENT)
        let other = #expect(throws: ProgramProcess.StartError.self) {
            _ = try ProgramProcess(
                executable: "/etc/passwd", arguments: ["x"], environment: [:], folder: "/", adoptsOrphans: false
            ).end()
        }
        #expect(other?.isOfFolder == false && other?.code == EACCES)
    }
}
