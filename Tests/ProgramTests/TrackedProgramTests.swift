import Foundation
import Testing

/// The program in `Tests/TrackedProgram`, which reports by the library `SweepTracking`.
@Suite("Tracking from a Swift program")
struct TrackedProgramTests {
    /// Lies beside the bundle of the tests.
    private static var path: String {
        get throws {
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("TrackedProgram").path
        }
    }

    @Test("what it logs is measured at once, with steps and epochs")
    func logs() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                command: ['\(try Self.path)']
                method: grid
                metric: {name: loss, goal: minimize, select: last}
                parameters: {rate: [0.5, 0.1], epochs: [4]}
                """, to: "descent.yaml")
            let run = try await sweep("run", "descent.yaml", "--quiet")
            #expect(run.code == 0, "\(run.messages)")
            let places = try await sweep(
                "query", "SELECT group_concat(step || '/' || epoch, ' ') FROM measurements GROUP BY trial")
            #expect(places.output.components(separatedBy: "1/1 2/2 3/3 4/4").count == 3, "\(places.output)")
            let best = try await sweep("query", "SELECT min(value), max(value) FROM measurements")
            #expect(best.output.contains("0.0") && best.output.contains("5.76"), "\(best.output)")
        }
    }

    @Test("goes on from its checkpoint in another attempt")
    func goesOn() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                if [ -z "$SWEEP_RESUME" ]; then
                  '\(try Self.path)'
                  echo '{"epoch": 2, "position": 3}' > "$SWEEP_CHECKPOINT_DIR/descent.json"
                  kill -9 $$
                fi
                exec '\(try Self.path)'
                """, to: "twice.sh")
            try sweep.write(
                """
                command: [sh, twice.sh]
                method: grid
                metric: {name: loss, goal: minimize}
                parameters: {epochs: [3]}
                """, to: "twice.yaml")
            let run = try await sweep("run", "twice.yaml", "--quiet")
            #expect(run.code == 0, "\(run.messages)")
            let values = try await sweep(
                "query", "SELECT group_concat(step || ':' || round(value, 4), ' ') FROM measurements")
            #expect(values.output.contains("1:5.76 2:3.6864 3:0.0"), "\(values.output)")
        }
    }

    @Test("runs outside a sweep too")
    func outside() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Self.path)
        process.environment = ["PATH": "/bin"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && output.hasPrefix("x = 2.9"))
    }
}
