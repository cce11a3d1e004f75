import ArgumentParser
import Foundation

/// `training-benchmark`: how fast trainings are, side by side with PyTorch; `make benchmark` runs it.
@main struct TrainingBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training-benchmark", abstract: "Times training passes, side by side with PyTorch's.")

    @Option(help: "How often each case is timed, its sides taking turns.")
    var rounds = 9

    @Option(help: "Only cases with this in their names, like '64-128-10 8 adam'.")
    var only: String?

    @Option(help: "A Python that has torch; without it, only our own times are told.")
    var python: String?

    @Option(help: "The program that the Python is to run.")
    var peer = "Sources/TrainingBenchmark/pytorch_peer.py"

    func validate() throws {
        guard rounds >= 1 else { throw ValidationError("--rounds is \(rounds); it must be at least 1.") }
    }

    func run() async throws {
        let cases = BenchmarkCase.all.filter { only.map($0.name.contains) ?? true }
        if let only, cases.isEmpty { throw BenchmarkError.unknownCase(only) }
        guard let python else { return try await report(cases, nil) }
        try await PyTorchPeer.with(python: python, script: peer) { try await report(cases, $0) }
    }

    private func report(_ cases: [BenchmarkCase], _ peer: PyTorchPeer?) async throws {
        var results: [BenchmarkResult] = []
        for benchmark in cases {
            FileHandle.standardError.write(Data("\(benchmark.name) …\n".utf8))
            results.append(try await time(benchmark, peer))
        }
        print(MarkdownReport.text(results, machine: Self.machine, versions: peer?.versions))
    }

    private func time(_ benchmark: BenchmarkCase, _ peer: PyTorchPeer?) async throws -> BenchmarkResult {
        let examples = RandomExamples(
            count: benchmark.examples, width: benchmark.inputs, classes: benchmark.classes, seed: 1)
        let training = OwnTraining(benchmark: benchmark, examples: examples)
        var result = BenchmarkResult(benchmark)
        for _ in 0..<rounds {
            result.own += try training.time(passes: benchmark.passes)
            guard let peer else { continue }
            for variant in PyTorchPeer.Variant.allCases {
                result.peer[variant, default: []] += try await peer.time(benchmark, variant)
            }
        }
        return result
    }

    /// The processor, as Linux tells it, and the system.
    private static var machine: String {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
        let processor = name?.trimmingCharacters(in: .whitespaces) ?? "A processor that does not tell its name"
        return "\(processor), \(ProcessInfo.processInfo.operatingSystemVersionString)"
    }
}
