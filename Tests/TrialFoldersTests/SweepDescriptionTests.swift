import Foundation
import Sweeps
import TemporaryFolders
import Testing

@testable import TrialFolders

@Suite("What a folder says of its sweep")
struct SweepDescriptionTests {
    @Test("a description reads back as it was written, its keys in one dialect")
    func readsBack() throws {
        try withTemporaryFolder { path in
            let limits = SweepLimits(
                jobs: 2, timeout: .seconds(1.5), memoryLimit: 1_000_000, retries: 0, maxFailed: 3)
            let time = Date(timeIntervalSince1970: 1.5)
            let description = SweepDescription(
                name: "s", filePath: "s.yaml", fileText: "a: \"1\"\n", objective: Sweep(name: "s").objective,
                metrics: [], limits: limits, createdAt: time, updatedAt: time)
            let folder = SweepFolder(sweep: "s", besideStore: path + "/sweeps.sqlite")
            try folder.create()
            try folder.write(description)
            #expect(folder.storedDescription() == description)
            let file = try Data(contentsOf: URL(filePath: folder.path + "/sweep.json"))
            let fields = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
            let names = ["name", "file_path", "file_text", "objective", "limits", "created_at", "updated_at"]
            #expect(Set(fields.keys) == Set(names))
            let written = try #require(fields["limits"] as? [String: Double])
            #expect(
                written == [
                    "jobs": 2, "timeout_seconds": 1.5, "memory_limit": 1_000_000, "retries": 0, "max_failed": 3,
                ])
        }
    }

    @Test("a description of an older version is read, and one with an unknown word is none")
    func older() {
        func read(_ goal: String) -> SweepDescription? {
            let text =
                #"{"created": 1500, "fileText": "a", "filePath": "s.yaml", "name": "s","#
                + #""objective": {"goal": "\#(goal)", "metric": "cost", "selection": "last"}}"#
            return try? JSONDecoder().decode(SweepDescription.self, from: Data(text.utf8))
        }
        let old = read("minimize")
        #expect(old?.objective == Objective(metric: "cost", goal: .minimize, selection: .last))
        #expect(old?.fileText == "a" && old?.filePath == "s.yaml" && old?.limits == nil)
        #expect(old?.createdAt == Date(timeIntervalSince1970: 1.5) && old?.updatedAt == nil)
        #expect(read("best") == nil)
    }
    @Test(
        "a description with a time that is none is none",
        arguments: [
            #""limits": {"retries": 1, "timeout_seconds": 1e300}"#, #""limits": {"retries": 1, "timeout_seconds": -1}"#,
            #""created_at": 9223372036854775807"#, #""created_at": -1"#,
        ])
    func wildTime(field: String) {
        let text =
            #"{"file_text": "a", "file_path": "s.yaml", "name": "s", \#(field), "#
            + #""objective": {"goal": "minimize", "metric": "cost", "selection": "last"}}"#
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(SweepDescription.self, from: Data(text.utf8))
        }
    }
}
