import Foundation
import Testing

/// Does the worst to runs of the built program and holds what they end with against an undisturbed one.
///
/// `make torture MINUTES=10` goes on for as long as told; otherwise it is a matter of seconds.
@Suite struct TortureTests {
    private static let minutes = ProcessInfo.processInfo.environment["SWEEP_TORTURE_MINUTES"].flatMap(Double.init)

    /// Trials of a time in which much can happen to them: `make torture` runs a program that is many times as fast.
    private static let file = """
        seeds: 2
        retry: 100
        train:
          data: digits
          hidden: [24]
          epochs: \(minutes == nil ? 6 : 30)
          batch_size: 16
          dropout: 0.1
          early_stopping: {patience: \(minutes == nil ? 4 : 15)}
        parameters: {optimizer: [adam, {name: sgd, momentum: 0.9}, rmsprop], lr: [0.01, 0.003]}
        """

    /// Programs that report, checkpoint and go on, some with processes beside them that nobody waits for, some that hang
    /// where they are interrupted.
    private static let programs = """
        program: trial.sh
        command: [sh, "${program}", "${args_no_hyphens}"]
        method: grid
        metric: {name: loss, goal: minimize}
        seeds: 2
        retry: 100
        grace: 1s
        parameters: {lr: [1, 2, 3, 4, 5]}
        """

    private static let script =
        """
        setsid sleep 61.25 > /dev/null 2>&1 &
        (sleep 61.25; sleep 61.25) &
        case $1 in lr=2) trap '' TERM ;; lr=3) trap 'exit 0' TERM ;; lr=4) trap 'sleep 60' TERM ;; esac

        """ + TrialScripts.resuming(steps: minutes == nil ? 25 : 60, pause: 0.02)

    /// What is tormented: the training core by turns with programs.
    private enum Sweep: CaseIterable {
        case core, programs

        func write(_ sweep: Program) throws {
            switch self {
            case .core: try sweep.write(TortureTests.file, to: "torture.yaml")
            case .programs:
                try sweep.write(TortureTests.script, to: "trial.sh")
                try sweep.write(TortureTests.programs, to: "torture.yaml")
            }
        }
    }

    private static let time = Duration.seconds(minutes.map { $0 * 60 } ?? 10)

    /// What a sweep came to: every measurement's value, every trial's end.
    private static func results(_ sweep: Program) async throws -> String {
        let states = try await sweep("query", "SELECT trial, state, best, last FROM trial_results ORDER BY trial")
            .output
        return try await states + sweep.measurements(of: "torture")
    }

    /// Programs take their part where there is time: by `make torture`.
    private static var hasPrograms: Bool { minutes != nil }

    @Test("however often scheduler and workers are killed, stopped and torn, the sweep ends as the undisturbed one")
    func torture() async throws {
        var ends: [Sweep: String] = [:]
        for kind in Sweep.allCases {
            try await Program.inTemporaryFolder { sweep in
                try kind.write(sweep)
                let outcome = try await sweep("run", "torture.yaml")
                #expect(outcome.code == 0, "\(outcome.messages)")
                ends[kind] = try await Self.results(sweep)
            }
        }
        let until = ContinuousClock.now + Self.time
        let seed = ProcessInfo.processInfo.environment["SWEEP_TORTURE_SEED"].flatMap(UInt64.init) ?? 1
        let tormentor = Tormentor(seed: seed)
        var sweeps = 0
        repeat {
            sweeps += 1
            let kind = Self.hasPrograms && sweeps.isMultiple(of: 2) ? Sweep.programs : .core
            let undisturbed = try #require(ends[kind])
            try await Program.inTemporaryFolder { sweep in
                try kind.write(sweep)
                try await tormentor.run(sweep, "torture.yaml", faults: 40)
                let disturbed = try await Self.results(sweep)
                #expect(disturbed == undisturbed, "sweep \(sweeps) of seed \(seed)")
                // Of removed folders the store knows more, and killed workers leave files; no result is mended away.
                let doctor = try await sweep("doctor", "--mend")
                #expect(doctor.code == 0 && !doctor.output.contains("trains it again"), "\(doctor.output)")
                let mended = try await Self.results(sweep)
                #expect(mended == undisturbed, "mended, sweep \(sweeps) of seed \(seed)")
                try await Self.rebuild(sweep, expecting: undisturbed)
                if kind == .programs {
                    let left = Program.processes(running: "61.25").filter { OtherProcess($0).works(in: sweep.folder) }
                    #expect(left.isEmpty, "left running, sweep \(sweeps) of seed \(seed)")
                }
            }
        } while ContinuousClock.now < until || sweeps < 2
        print("\(sweeps) tormented sweeps, each as the undisturbed one: \(await tormentor.report)")
    }

    /// The folders alone give the same store again.
    private static func rebuild(_ sweep: Program, expecting expected: String) async throws {
        for ending in ["", "-wal", "-shm"] { unlink(sweep.folder + "/results/sweeps.sqlite" + ending) }
        let doctor = try await sweep("doctor", "--mend")
        #expect(doctor.code == 0, "\(doctor.output)")
        let rebuilt = try await results(sweep)
        #expect(rebuilt == expected, "rebuilt")
    }
}
