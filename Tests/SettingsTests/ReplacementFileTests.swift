import Foundation
import Settings
import Testing

@Suite("Files written whole")
struct ReplacementFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "whole-\(UUID().uuidString)")

    @Test("new content takes the old one's place, and nothing else is left")
    func replaces() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.txt").path
        for text in ["old and long", "new"] {
            try ReplacementFile.write(Array(text.utf8), to: path)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }

    @Test("what is not brought to an end leaves the file as it was")
    func givesUp() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.txt").path
        try ReplacementFile.write(Array("old".utf8), to: path)
        try ReplacementFile(path: path).append(Array("new".utf8))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }

    @Test("a folder that is not there is an error with the system's number")
    func noFolder() {
        let error = #expect(throws: FileWriteError.self) {
            try ReplacementFile.write(Array("x".utf8), to: folder.path + "/none/a.txt")
        }
        #expect(error?.code == ENOENT && error?.path == folder.path + "/none/a.txt")
    }
}
