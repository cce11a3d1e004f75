import Foundation
import Testing

/// Runs on a folder of pictures.
struct PictureRunTests {
    /// A PNG of one grey pixel.
    private static let pixel = Data(
        base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==")

    @Test("pictures are prepared once beside the store, and broken ones counted or named")
    func pictures() async throws {
        try await Program.inTemporaryFolder { sweep in
            let pixel = try #require(Self.pixel)
            for label in ["cats", "dogs"] {
                let folder = URL(filePath: sweep.folder).appending(path: "photos/\(label)")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                for number in 1...10 { try pixel.write(to: folder.appending(path: "\(number).png")) }
            }
            try sweep.write("no picture", to: "photos/cats/3.png")
            let text = """
                train: {data: {source: photos, size: [2, 2], skip_broken: true}, hidden: [2], epochs: 1}
                parameters: {lr: [0.1, 0.01]}
                """
            try sweep.write(text, to: "pictures.yaml")
            let outcome = try await sweep("run", "pictures.yaml", "--jobs", "2")
            #expect(outcome.code == 0 && outcome.output.contains("2 of 2 trials finished"), "\(outcome.messages)")
            #expect(
                outcome.messages.contains(
                    "photos: 1 picture left out that cannot be read, first photos/cats/3.png: it is neither a PNG nor a "
                        + "JPEG picture."))
            let plan = try await sweep("plan", "pictures.yaml", "--json")
            #expect(plan.output.contains(#""skipped":["photos/cats/3.png: it is neither a PNG nor a JPEG picture"]"#))
            #expect(try await sweep("plan", "pictures.yaml").output.contains(", 1 broken picture left out"))
            let prepared = try FileManager.default.contentsOfDirectory(atPath: sweep.folder + "/results/.cache")
            #expect(prepared.filter { $0.hasSuffix(".examples") }.count == 1)

            try sweep.write(text.replacing(", skip_broken: true", with: ""), to: "pictures.yaml")
            let refused = try await sweep("plan", "pictures.yaml")
            #expect(refused.code == 65)
            #expect(refused.messages.contains("photos/cats/3.png: it is neither a PNG nor a JPEG picture; remove it"))
        }
    }
}
