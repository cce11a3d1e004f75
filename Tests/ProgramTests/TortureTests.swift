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

    private static let time = Duration.seconds(minutes.map { $0 * 60 } ?? 10)

    /// What a sweep came to: every measurement's value, every trial's end.
    private static func results(_ sweep: Program) async throws -> String {
        let states = try await sweep("query", "SELECT trial, state, best, last FROM trial_results ORDER BY trial")
            .output
        return try await states + sweep.measurements(of: "torture")
    }

    @Test("however often scheduler and workers are killed, stopped and torn, the sweep ends as the undisturbed one")
    func torture() async throws {
        var undisturbed = ""
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.file, to: "torture.yaml")
            let outcome = try await sweep("run", "torture.yaml")
            #expect(outcome.code == 0, "\(outcome.messages)")
            undisturbed = try await Self.results(sweep)
        }
        let until = ContinuousClock.now + Self.time
        let seed = ProcessInfo.processInfo.environment["SWEEP_TORTURE_SEED"].flatMap(UInt64.init) ?? 1
        let tormentor = Tormentor(seed: seed)
        var sweeps = 0
        repeat {
            sweeps += 1
            try await Program.inTemporaryFolder { sweep in
                try sweep.write(Self.file, to: "torture.yaml")
                try await tormentor.run(sweep, "torture.yaml", faults: 40)
                let disturbed = try await Self.results(sweep)
                #expect(disturbed == undisturbed, "sweep \(sweeps) of seed \(seed)")
                // Of removed folders the store knows more, and killed workers leave files; no result is mended away.
                let doctor = try await sweep("doctor", "--mend")
                #expect(doctor.code == 0 && !doctor.output.contains("trains it again"), "\(doctor.output)")
                let mended = try await Self.results(sweep)
                #expect(mended == undisturbed, "mended, sweep \(sweeps) of seed \(seed)")
                try await Self.rebuild(sweep, expecting: undisturbed)
            }
        } while ContinuousClock.now < until
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
