import Foundation
import Testing

/// `sweep plan`, as a person uses it.
struct PlanCommandTests {
    @Test("writes nothing, and uses what a run has prepared")
    func nothingIsWritten() async throws {
        try await Program.inTemporaryFolder { sweep in
            try sweep.write(
                """
                train: {data: {source: shapes, size: [6, 6], examples: 20}, hidden: [2], epochs: 1}
                """, to: "a.yaml")
            func files() throws -> [String] {
                try FileManager.default.subpathsOfDirectory(atPath: sweep.folder).sorted()
            }
            let before = try files()
            let plan = try await sweep("plan", "a.yaml")
            #expect(plan.code == 0 && plan.output.contains("shapes: 16 training, 4 dev examples"), "\(plan.messages)")
            #expect(try files() == before)

            try await sweep("run", "a.yaml")
            let prepared = try files()
            #expect(prepared.contains { $0.hasSuffix(".examples") })
            #expect(try await sweep("plan", "a.yaml").output == plan.output)
            #expect(try files() == prepared)
        }
    }
}
