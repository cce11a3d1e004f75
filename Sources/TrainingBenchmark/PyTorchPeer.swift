import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A Python process that trains the same cases with PyTorch, in one thread, and tells how long its passes take.
///
/// An order is a line of JSON on its standard input, an answer one on its standard output.
struct PyTorchPeer {
    /// The ways PyTorch has to run an optimizer; the raw values are the peer's names for them.
    enum Variant: String, CaseIterable {
        case plain, foreach, fused
    }

    private struct Order: Encodable {
        let widths: [Int]
        let batchSize: Int
        let examples: Int
        let optimizer: String
        let variant: String
        let passes: Int
    }

    private struct Greeting: Decodable {
        let versions: String
    }

    /// Of Python and PyTorch.
    let versions: String
    private let python: String
    private let write: (String) async throws -> Void
    private let read: () async throws -> String?

    /// Starts the peer for as long as `body` runs.
    ///
    /// - Parameters:
    ///   - python: a path; one without a slash is looked up as a shell does.
    ///   - script: the path of `pytorch_peer.py`.
    static func with(
        python: String, script: String, _ body: (PyTorchPeer) async throws -> Void
    ) async throws {
        let executable: Executable = python.contains("/") ? .path(FilePath(python)) : .name(python)
        let threads: [Environment.Key: String?] = ["OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"]
        _ = try await Subprocess.run(
            executable, arguments: [script], environment: .inherit.updating(threads),
            input: .inputWriter, output: .sequence, error: .currentStandardError
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            guard let line = try await lines.next() else { throw BenchmarkError.silentPeer(python) }
            let greeting = try JSONDecoder().decode(Greeting.self, from: Data(line.utf8))
            let peer = PyTorchPeer(
                versions: greeting.versions, python: python,
                write: { _ = try await execution.standardInputWriter.write($0) },
                read: { try await lines.next() })
            try await body(peer)
            try await execution.standardInputWriter.finish()
        }
    }

    /// As `OwnTraining` tells it.
    func time(_ benchmark: BenchmarkCase, _ variant: Variant) async throws -> [Double] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let order = Order(
            widths: benchmark.widths, batchSize: benchmark.batchSize, examples: benchmark.examples,
            optimizer: benchmark.optimizer.rawValue, variant: variant.rawValue, passes: benchmark.passes)
        try await write(String(decoding: try encoder.encode(order), as: UTF8.self) + "\n")
        guard let line = try await read() else { throw BenchmarkError.silentPeer(python) }
        guard let seconds = try? JSONDecoder().decode([Double].self, from: Data(line.utf8)) else {
            throw BenchmarkError.unreadableAnswer(line)
        }
        return seconds
    }
}
