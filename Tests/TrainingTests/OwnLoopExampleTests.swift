import Foundation
import Tensors
import Testing

/// The program that README shows, built as the target `OwnLoop`.
@Suite("The program in README")
struct OwnLoopExampleTests {
    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("is the text that is built here, to the letter")
    func text() throws {
        let readme = try Self.text("README.md").components(separatedBy: "\n## As a library\n")
        #expect(readme.count == 2, "README has one section 'As a library'")
        let section = readme.dropFirst().first?.components(separatedBy: "\n## ").first ?? ""
        let blocks = section.components(separatedBy: "```swift\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
        #expect(blocks.contains(try Self.text("Tests/OwnLoop/main.swift")))
    }

    @Test("trains the last layer, then the first one too, and leaves a file to go on from")
    func run() throws {
        let folder = try TemporaryFolder()
        // The program lies beside the bundle of the tests.
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("OwnLoop")
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try #require(String(data: pipe.fileHandleForReading.readDataToEndOfFile(), encoding: .utf8))
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let words = output.split(whereSeparator: \.isWhitespace)
        #expect(output.hasPrefix("dev loss "))
        // A linear model of these pictures tells about 0.95 of them right.
        #expect(try #require(words.last.flatMap { Double($0) }) > 0.95)

        let saved = try SafetensorsFile(path: folder.path + "/digits.safetensors")
        #expect(
            saved.names.sorted() == [
                "layers.0.bias", "layers.0.weight", "layers.1.bias", "layers.1.weight", "optimizer.exp_avg",
                "optimizer.exp_avg_sq",
            ])
        // 23 steps an epoch: 20 epochs of the last layer, 10 of the first.
        #expect(saved.metadata["optimizer.groups.0.step"] == "460.0")
        #expect(saved.metadata["optimizer.groups.1.step"] == "230.0")
    }
}
