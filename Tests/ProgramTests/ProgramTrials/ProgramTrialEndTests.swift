import Foundation
import Testing

/// How trials of programs end: by their exit codes, by signals, at limits; and what they leave running.
@Suite struct ProgramTrialEndTests {
    private static let ends = "SELECT state, attempts FROM trials"

    @Test("an exit code is an answer, which 'retry' asks for again; a signal is a crash and tried again")
    func codes() async throws {
        for (script, keys, expected) in [
            ("exit 3", "", "failed 1"), ("exit 3", "retry: 2", "failed 3"), ("kill -SEGV $$", "", "failed 2"),
            ("[ -n \"$SWEEP_RESUME\" ] || kill -KILL $$", "", "finished 2"),
        ] {
            try await Program.inTemporaryFolder { sweep in
                try sweep.write(script: "echo loss: 1; echo last words; " + script, TrialScripts.file([1], keys))
                let run = try await sweep("run", "trial.yaml")
                #expect(run.code == (expected.hasPrefix("finished") ? 0 : 1), "\(run.messages)")
                #expect(try await sweep.rows(Self.ends) == [expected], "\(script), \(keys)")
                guard expected.hasPrefix("failed") else { return }
                let show = try await sweep.showOnly()
                let words = script == "exit 3" ? "the program ended with exit code 3" : "killed by signal 11"
                #expect(show.contains(words) && show.contains("last words"), "\(show)")
            }
        }
    }

    @Test("a program beyond its time may clean up within its grace, and is then ended by force")
    func timeOut() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                script: """
                    trap 'echo asked >> asked' TERM
                    while :; do sleep 0.05; done
                    """, TrialScripts.file([1], "timeout: 1s\ngrace: 0.5s\nretry: 0"))
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 1, "\(run.messages)")
            #expect(try await sweep.rows(Self.ends) == ["timed_out 1"])
            #expect(try String(contentsOfFile: sweep.folder + "/asked", encoding: .utf8) == "asked\n")
        }
    }

    @Test(
        "the memory of a program counts with that of all that it started",
        arguments: ["memory_limit: 150MB", "resources: {memory: 150MB}"])
    func memory(_ limit: String) async throws {
        try await Program.inTemporaryFolder { sweep in
            let word = "60.\(UInt32.random(in: 1_000_000...9_999_999))"
            try sweep.write(
                script: """
                    setsid sleep \(word) &
                    big() { head -c 100000000 /dev/zero | tail -c 99000000 | { sleep 60; cat > /dev/null; } }
                    big & big & wait
                    """, TrialScripts.file([1], limit))
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 1, "\(run.messages)")
            let key = limit.hasPrefix("memory") ? "memory_limit" : "resources.memory"
            let show = try await sweep.showOnly()
            #expect(show.contains("'\(key)' allows"), "\(show)")
            #expect(try await Program.areGone(word))
        }
    }

    enum Killed: CaseIterable { case nobody, worker, scheduler, both }

    @Test(
        "what a program has started is gone after it, wherever it went and whoever was killed",
        arguments: Killed.allCases)
    func leftovers(_ killed: Killed) async throws {
        try await Program.inTemporaryFolder { sweep in
            let words = (0..<3).map { _ in "60.\(UInt32.random(in: 1_000_000...9_999_999))" }
            try sweep.write(
                script: """
                    [ -n "$SWEEP_RESUME" ] && exit 0
                    sleep \(words[0]) &
                    setsid sleep \(words[1]) > /dev/null 2>&1 &
                    (setsid sh -c 'trap "" TERM HUP INT; sleep \(words[2]); sleep 60' &) &
                    echo '{"step": 1, "loss": 1}' >> "$SWEEP_METRICS"
                    \(killed == .nobody ? "while [ ! -e go ]; do sleep 0.05; done" : "sleep 60")
                    """, TrialScripts.file([1], "retry: 1\ngrace: 1s"))
            let run = try await sweep.run(["run", "trial.yaml"]) { process in
                try await sweep.waitForMeasurements(of: "loss", count: 1)
                for _ in 0..<250 where words.contains(where: { Program.processes(running: $0).isEmpty }) {
                    try await Task.sleep(for: .milliseconds(2))
                }
                #expect(words.allSatisfy { !Program.processes(running: $0).isEmpty })
                let workers = OtherProcess.workers(in: sweep.folder)
                switch killed {
                case .nobody: try sweep.write("", to: "go")
                case .worker: for worker in workers { kill(worker, SIGKILL) }
                case .scheduler: kill(process, SIGKILL)
                case .both: for one in [process] + workers { kill(one, SIGKILL) }
                }
            }
            if killed == .nobody || killed == .worker { #expect(run.code == 0, "\(run.messages)") }
            // Where nobody is left, the next run sees to it.
            if killed == .both { #expect(try await sweep("run", "trial.yaml").code == 0) }
            for word in words { #expect(try await Program.areGone(word)) }
        }
    }

    @Test("neither any bytes nor a program that prints behind its own back stop a run")
    func output() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                script: """
                    head -c 300000 /dev/urandom
                    head -c 3000000 /dev/zero | tr '\\0' x
                    printf '\\nloss: 0.25\\n'
                    setsid yes "a line that comes again and again" &
                    exit 0
                    """, TrialScripts.file([1, 2]))
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 0, "\(run.messages)")
            #expect(try await sweep.rows(Self.ends) == ["finished 1", "finished 1"])
            let rows = try await sweep.rows("SELECT value FROM measurements WHERE metric = 'loss'")
            #expect(rows == ["0.25", "0.25"])
        }
    }

    @Test("a program that forks on and on is ended with all its processes")
    func forks() async throws {
        try await Program.inTemporaryFolder { sweep in
            let word = "60.\(UInt32.random(in: 1_000_000...9_999_999))"
            try sweep.write(
                script: """
                    fork() { i=0; while [ $i -lt 300 ]; do i=$((i + 1)); setsid sleep \(word) & sleep 0.01; done; }
                    echo loss: 1
                    fork &
                    (fork &)
                    sleep 0.5
                    """, TrialScripts.file([1]))
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 0, "\(run.messages)")
            #expect(try await Program.areGone(word))
        }
    }

    @Test(
        "on a full disk a run of programs ends with a message, and goes on afterwards",
        .enabled(if: FailingDisk.isPossible))
    func fullDisk() async throws {
        try await Program.inTemporaryFolder { sweep in
            let disk = try await FailingDisk(in: sweep.folder)
            try sweep.write(
                script: TrialScripts.resuming(steps: 20, pause: 0.02),
                TrialScripts.file([1, 2], "env: {LD_PRELOAD: \"\"}"))
            for count in [3, 12, 30] {
                let run = try await disk.under(sweep, after: count, code: ENOSPC)("run", "trial.yaml", "--jobs", "1")
                #expect(run.code == 73 && !run.messages.isEmpty, "after \(count): \(run.code) \(run.messages)")
                #expect(OtherProcess.workers(in: sweep.folder).isEmpty)
            }
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 0, "\(run.messages)")
            let count = try await sweep.rows("SELECT count(*) FROM measurements WHERE metric = 'loss'")
            #expect(count == ["40"])
        }
    }
}

extension Program {
    /// What `sweep show` says of the one trial.
    fileprivate func showOnly() async throws -> String {
        try await self("show", try #require(rows("SELECT short_name FROM trials").first)).output
    }
}
