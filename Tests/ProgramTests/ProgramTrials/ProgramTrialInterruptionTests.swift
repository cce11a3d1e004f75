import Foundation
import Testing

/// Trials of a program that are interrupted go on, and what they measured is complete.
@Suite struct ProgramTrialInterruptionTests {
    enum Harm: String, CaseIterable {
        case interrupt, killWorker, killScheduler, killBoth, otherJobs
    }

    private static let script = TrialScripts.resuming(steps: 30, pause: 0.03)

    @Test(
        "whatever ends a run, the program's measurements are complete and the same in the end", arguments: Harm.allCases
    )
    func complete(_ harm: Harm) async throws {
        let undisturbed = (1...3).flatMap { lr in
            (1...30).map { step in "\(step) \(lr * 1000 - step * 7 + 1)" }
        }
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(script: Self.script, TrialScripts.file([1, 2, 3], "retry: 3"))
            if harm != .otherJobs {
                let run = try await sweep.run(["run", "trial.yaml", "--jobs", "2"]) { process in
                    try await sweep.waitForReports(6)
                    let workers = OtherProcess.workers(in: sweep.folder)
                    switch harm {
                    case .interrupt: kill(process, SIGINT)
                    case .killWorker: for worker in workers { kill(worker, SIGKILL) }
                    case .killScheduler: kill(process, SIGKILL)
                    default: for one in workers + [process] { kill(one, SIGKILL) }
                    }
                }
                #expect(
                    run.code == [.interrupt: 130, .killWorker: 0][harm] ?? 128 + SIGKILL, "\(run.messages)")
            }
            let again = try await sweep("run", "trial.yaml", "--jobs", "3")
            #expect(again.code == 0, "\(again.messages)")
            let rows = try await sweep.rows(
                """
                SELECT step, CAST(value AS INTEGER) FROM measurements JOIN trials ON short_name = trial
                WHERE metric = 'loss' ORDER BY number, step
                """)
            #expect(rows == undisturbed)
        }
    }

    @Test("an interrupted program finds its checkpoints, and that it goes on, in the next attempt")
    func resumes() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                script: """
                    echo "resume=${SWEEP_RESUME:-no} kept=$(cat "$SWEEP_CHECKPOINT_DIR/kept" 2> /dev/null)" > said
                    mv said "said.${SWEEP_RESUME:-0}"
                    [ -n "$SWEEP_RESUME" ] && exit 0
                    trap 'echo something > "$SWEEP_CHECKPOINT_DIR/kept"; exit 0' TERM
                    echo '{"step": 1, "loss": 1}' >> "$SWEEP_METRICS"
                    while :; do sleep 0.05; done
                    """, TrialScripts.file([1]))
            // A program that saves what it needs and ends with code 0 has not finished.
            let run = try await sweep.run(["run", "trial.yaml"]) { process in
                try await sweep.waitForMeasurements(of: "loss", count: 1)
                kill(process, SIGINT)
            }
            #expect(run.code == 130, "\(run.messages)")
            #expect(try await sweep.rows("SELECT state FROM trials") == ["pending"])
            let again = try await sweep("run", "trial.yaml")
            #expect(again.code == 0, "\(again.messages)")
            #expect(try String(contentsOfFile: sweep.folder + "/said.0", encoding: .utf8) == "resume=no kept=\n")
            #expect(
                try String(contentsOfFile: sweep.folder + "/said.1", encoding: .utf8) == "resume=1 kept=something\n")
            #expect(try await sweep.rows("SELECT step, value FROM measurements WHERE metric = 'loss'").count == 1)
        }
    }

    @Test(
        "values before the first step of the next attempt are kept, later ones replaced; or all, by one that begins anew"
    )
    func replaces() async throws {
        for (first, expected) in [(4, ["1 100", "2 100", "3 100", "4 200", "5 200"]), (1, ["1 200", "2 200"])] {
            try await Program.inTemporaryFolder { sweep in
                try sweep.write(
                    script: """
                        report() { echo "{\\"step\\": $1, \\"loss\\": $2}" >> "$SWEEP_METRICS"; }
                        if [ -n "$SWEEP_RESUME" ]; then report \(first) 200; report \(first + 1) 200; exit 0; fi
                        for step in 1 2 3 4 5 6; do report $step 100; sleep 0.3; done
                        sleep 60
                        """, TrialScripts.file([1]))
                _ = try await sweep.run(["run", "trial.yaml"]) { process in
                    try await sweep.waitForMeasurements(of: "loss", count: 6)
                    kill(process, SIGINT)
                }
                let again = try await sweep("run", "trial.yaml")
                #expect(again.code == 0, "\(again.messages)")
                let rows = try await sweep.rows(
                    "SELECT step, CAST(value AS INTEGER) FROM measurements WHERE metric = 'loss' ORDER BY step")
                #expect(rows == expected)
            }
        }
    }

    @Test("what a killed worker had not read yet is read by the next attempt")
    func unread() async throws {
        try await Program.inTemporaryFolder { sweep in
            // The worker stands still while the program reports and checkpoints.
            try sweep.write(
                script: """
                    if [ -n "$SWEEP_RESUME" ]; then
                      echo '{"step": 5, "loss": 5}' >> "$SWEEP_METRICS"
                      echo "epoch 5 accuracy: 0.5"
                      exit 0
                    fi
                    echo '{"step": 1, "loss": 1}' >> "$SWEEP_METRICS"
                    while [ ! -e go ]; do sleep 0.02; done
                    for step in 2 3 4; do echo "{\\"step\\": $step, \\"loss\\": $step}" >> "$SWEEP_METRICS"; done
                    echo 4 > "$SWEEP_CHECKPOINT_DIR/step"
                    touch "$SWEEP_CHECKPOINT_DIR/done"
                    sleep 60
                    """, TrialScripts.file([1], "retry: 1"))
            let run = try await sweep.run(["run", "trial.yaml"]) { _ in
                try await sweep.waitForMeasurements(of: "loss", count: 1)
                let workers = OtherProcess.workers(in: sweep.folder)
                for worker in workers { kill(worker, SIGSTOP) }
                try sweep.write("", to: "go")
                for _ in 0..<500 where try await sweep.found("done").isEmpty {
                    try await Task.sleep(for: .milliseconds(20))
                }
                for worker in workers { kill(worker, SIGKILL) }
            }
            #expect(run.code == 0, "\(run.messages)")
            let rows = try await sweep.rows(
                "SELECT step, CAST(value AS INTEGER) FROM measurements WHERE metric = 'loss' ORDER BY step")
            #expect(rows == (1...5).map { "\($0) \($0)" })
        }
    }

    @Test("journals that were torn cost no measurement, whichever they are", arguments: [0, 20, 300])
    func tornJournals(_ length: Int) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(script: Self.script, TrialScripts.file([1]))
            // The first journal is torn when the second attempt goes on from it, and again when the third does.
            for count in [8, 18] {
                let run = try await sweep.run(["run", "trial.yaml"]) { process in
                    try await sweep.waitForReports(count)
                    kill(process, SIGINT)
                }
                #expect(run.code == 130, "\(run.messages)")
                let first = try #require(AttemptFiles.all(in: sweep.folder).first)
                if count == 8 || length < 300 { truncate(first.journal, off_t(length)) }
            }
            let run = try await sweep("run", "trial.yaml")
            #expect(run.code == 0, "\(run.messages)")
            for mended in [false, true] {
                if mended {
                    let doctor = try await sweep("doctor", "--mend")
                    #expect(!doctor.output.contains("trains it again"), "\(doctor.output)")
                }
                let rows = try await sweep.rows(
                    "SELECT step, CAST(value AS INTEGER) FROM measurements WHERE metric = 'loss' ORDER BY step")
                #expect(rows == (1...30).map { "\($0) \(1000 - $0 * 7 + 1)" })
            }
        }
    }

    @Test("a run of programs pauses, goes on, changes its jobs, cancels a trial and stops")
    func controls() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                script: TrialScripts.resuming(steps: 100_000, pause: 0.05), TrialScripts.file([1, 2, 3, 4], "retry: 0"))
            let run = try await sweep.run(["run", "trial.yaml", "--jobs", "1"]) { _ in
                try await sweep.waitForMeasurements(of: "loss", count: 1)
                #expect(try await sweep("pause", "trial").code == 0)
                try await sweep.wait(for: "0", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                try await sweep("jobs", "trial", "2")
                try await sweep("resume", "trial")
                try await sweep.wait(for: "2", as: "SELECT count(*) FROM trials WHERE state = 'running'")
                let name = try #require(
                    try await sweep.rows("SELECT short_name FROM trials WHERE state = 'running'").first)
                #expect(try await sweep("stop", name).code == 0)
                #expect(try await sweep("stop", "trial").code == 0)
            }
            #expect(run.code == 130, "\(run.messages)")
            #expect(
                try await sweep.rows("SELECT DISTINCT state FROM trials ORDER BY state") == ["cancelled", "pending"])
        }
    }
}

extension Program {
    /// Waits until programs have reported so many lines.
    func waitForReports(_ count: Int) async throws {
        for _ in 0..<3_000 {
            let texts = try await found("metrics.jsonl").map { try? String(contentsOfFile: $0, encoding: .utf8) }
            if texts.reduce(0, { $0 + ($1 ?? "").count { $0 == "\n" } }) >= count { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("no \(count) reports within a minute")
    }

    /// Paths of files with this name below the folder.
    func found(_ name: String) async throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { ($0 as NSString).lastPathComponent == name }.map { folder + "/" + $0 }
    }
}
