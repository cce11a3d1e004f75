import ArgumentParser
import Testing

@testable import TrainingBenchmark

@Suite("The training benchmark")
struct TrainingBenchmarkTests {
    @Test("times as many passes as it is asked for, all of them above 0", arguments: BenchmarkCase.Optimizer.allCases)
    func ownTimes(_ optimizer: BenchmarkCase.Optimizer) throws {
        for widths in [[5, 4, 3], [5, 4, 1]] {
            let benchmark = BenchmarkCase(widths: widths, batchSize: 8, examples: 20, optimizer: optimizer, goal: 1)
            let examples = RandomExamples(
                count: benchmark.examples, width: benchmark.inputs, classes: benchmark.classes, seed: 1)
            let seconds = try OwnTraining(benchmark: benchmark, examples: examples).time(passes: 3)
            #expect(seconds.count == 3)
            #expect(seconds.allSatisfy { $0 > 0 })
        }
    }

    @Test("has a case for each network, batch size and optimizer of the goals")
    func cases() {
        #expect(
            BenchmarkCase.all.map(\.name) == [
                "64-128-10 8 sgd", "64-128-10 8 adam", "64-128-10 64 sgd", "64-128-10 64 adam",
                "784-256-128-10 64 sgd", "784-256-128-10 64 adam", "150528-30-20-20-1 64 sgd",
                "150528-30-20-20-1 64 adam",
            ])
        #expect(BenchmarkCase.all.map(\.goal) == [10, 10, 4, 4, 1.5, 1.5, 1.5, 1.5])
    }

    @Test("refuses a choice of cases that leaves none, and less than one round")
    func mistakes() async throws {
        let command = try TrainingBenchmark.parse(["--only", "65-128"])
        await #expect {
            try await command.run()
        } throws: { error in
            "\(error)".hasPrefix("--only: no case's name has '65-128' in it; there are: '64-128-10 8 sgd', ")
        }
        #expect {
            try TrainingBenchmark.parse(["--rounds", "0"])
        } throws: { error in
            TrainingBenchmark.message(for: error) == "--rounds is 0; it must be at least 1."
        }
    }

    @Test("says that a Python without torch does not answer")
    func silentPeer() async throws {
        await #expect {
            try await PyTorchPeer.with(python: "/bin/true", script: "none.py") { _ in }
        } throws: { error in
            "\(error)"
                == "--python: '/bin/true' ended without an answer; its own words are above, and it must be a Python "
                + "with torch"
        }
    }
}
