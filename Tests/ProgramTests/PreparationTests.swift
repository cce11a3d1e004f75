import Foundation
import Testing

/// What a person sees of the preparation of data, and what is left where it does not come to its end.
struct PreparationTests {
    private static func shapes(_ count: Int, side: Int) -> String {
        "train: {data: {source: shapes, examples: \(count), size: [\(side), \(side)]}, hidden: [2], epochs: 1}\n"
    }

    @Test("prepared data that cannot be written end the run with 73 and say what to do")
    func cannotWrite() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.shapes(1_000_000, side: 4096), to: "huge.yaml")
            let plan = try await sweep("plan", "huge.yaml")
            #expect(plan.code == 0, "\(plan.messages)")
            let huge = try await sweep("run", "huge.yaml")
            #expect(huge.code == 73)
            #expect(huge.messages.contains("results/.cache: prepared data cannot be written: they take 50 TB, and "))
            #expect(huge.messages.hasSuffix("Free some space, or put the store elsewhere with --store."))

            try sweep.write(Self.shapes(20, side: 4), to: "small.yaml")
            try FileManager.default.removeItem(atPath: sweep.folder + "/results/.cache")
            try sweep.write("", to: "results/.cache")
            let small = try await sweep("run", "small.yaml")
            #expect(small.code == 73)
            #expect(
                small.messages.hasSuffix(
                    "results/.cache: prepared data cannot be written: Not a directory. Move away what is in the "
                        + "folder's place, or put the store elsewhere with --store."), "\(small.messages)")
        }
    }

    @Test("doctor finds prepared data that were damaged, and --mend removes them")
    func damaged() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.shapes(20, side: 4), to: "small.yaml")
            try await sweep("run", "small.yaml")
            #expect(try await sweep("doctor").code == 0)
            let cache = sweep.folder + "/results/.cache"
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: cache).first { $0.hasSuffix(".examples") })
            var bytes = try Data(contentsOf: URL(filePath: "\(cache)/\(name)"))
            bytes[5000] ^= 1
            try bytes.write(to: URL(filePath: "\(cache)/\(name)"))
            let found = try await sweep("doctor")
            #expect(found.code == 65 && found.output.contains("\(name)' are damaged."), "\(found.output)")
            #expect(try await sweep("doctor", "--mend").output.contains("removed; a run prepares them anew"))
            #expect(try await sweep("doctor").code == 0)
        }
    }

    @Test("an interruption while data are prepared leaves nothing behind and says so", arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(Self.shapes(100_000, side: 64), to: "shapes.yaml")
            let run = try await sweep.run(["run", "shapes.yaml"]) { process in
                let cache = sweep.folder + "/results/.cache"
                for _ in 0..<3_000 where !FileManager.default.fileExists(atPath: cache) {
                    try await Task.sleep(for: .milliseconds(10))
                }
                kill(process, signal)
            }
            #expect(run.code == 130)
            #expect(run.messages.hasSuffix("Interrupted; 'sweep run shapes.yaml' begins again."), "\(run.messages)")
            let left = try FileManager.default.contentsOfDirectory(atPath: sweep.folder + "/results/.cache")
            #expect(left.filter { !$0.hasSuffix(".lock") }.isEmpty, "\(left)")
        }
    }
}
