import ArgumentParser
import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// `ranking-benchmark`: how long `sweep rank` takes over 1,000 trials of 1,000 points; `make benchmark-rank` runs it.
///
/// The whole program is timed, from its start to its end, as a person waits for it, and the processor's time beside it,
/// which other work on the machine does not lengthen.
@main struct RankingBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ranking-benchmark", abstract: "Times 'sweep rank' over 1,000 trials of 1,000 points.")

    @Argument(help: "The program to time.")
    var program = ".build/release/sweep"

    @Option(help: "How often each case is timed; the median counts.")
    var rounds = 9

    @Option(help: "How many trials there are.")
    var trials = 1_000

    @Option(help: "How many values each trial has of each of four metrics.")
    var points = 1_000

    func validate() throws {
        for (name, value) in [("rounds", rounds), ("trials", trials), ("points", points)] where value < 1 {
            throw ValidationError("'--\(name)' is \(value); it must be at least 1.")
        }
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw ValidationError("'\(program)' is no program; 'make build' makes .build/release/sweep.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ranking-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        print("| configurations | seeds | points each | sweep rank | processor time | goal |")
        print("| --- | --- | --- | --- | --- | --- |")
        for seeds in [1, 3, 10] where trials >= 2 * seeds {
            let path = folder.appending(path: "\(seeds)/sweeps.sqlite").path
            let sweep = MadeUpSweep(configurations: trials / seeds, seeds: seeds, points: points)
            try sweep.write(to: path)
            var times: [(wall: Double, processor: Double)] = []
            for _ in 0..<rounds { times.append(try await time(path)) }
            let cells = [
                "\(trials / seeds)", "\(seeds)", "\(points)", Self.median(times.map(\.wall)),
                Self.median(times.map(\.processor)), "< 100 ms",
            ]
            print("| " + cells.joined(separator: " | ") + " |")
        }
    }

    private static func median(_ seconds: [Double]) -> String {
        String(format: "%.0f ms", 1_000 * seconds.sorted()[seconds.count / 2])
    }

    /// In seconds.
    private func time(_ store: String) async throws -> (wall: Double, processor: Double) {
        let processorStart = Self.childrensProcessorTime
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: ["rank", MadeUpSweep.name, "--store", store],
            output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
        let duration = clock.now - start
        guard result.terminationStatus.isSuccess, result.standardOutput.hasPrefix(MadeUpSweep.name + " by ") else {
            throw ValidationError("'\(program) rank' failed: \(result.standardError)")
        }
        return (duration / .seconds(1), Self.childrensProcessorTime - processorStart)
    }

    /// Of the programs that were run and have ended, in seconds.
    private static var childrensProcessorTime: Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
