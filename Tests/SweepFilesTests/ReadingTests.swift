import Foundation
import Sweeps
import Testing

@testable import SweepFiles

@Suite("Sweep files on disk")
struct ReadingTests {
    /// Runs `body` with a new folder that is gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private func message(_ path: String) throws -> String {
        try #require(throws: SweepFileError.self) { try SweepFile.read(path: path) }.description
    }

    @Test("a file is read with its text as written")
    func reads() throws {
        try withFolder { folder in
            let text = "# why\r\nseeds: 2\r\n"
            try text.write(toFile: folder + "/my.yaml", atomically: true, encoding: .utf8)
            let file = try SweepFile.read(path: folder + "/my.yaml")
            #expect(file.sweep.name == "my")
            #expect(file.text == text)
            #expect(file.folder == folder)
        }
    }

    @Test("a path that leads to no sweep file says so")
    func wrongPaths() throws {
        try withFolder { folder in
            try "seeds: 1".write(toFile: folder + "/digits.yaml", atomically: true, encoding: .utf8)
            #expect(
                try message(folder + "/digit.yaml")
                    == "\(folder)/digit.yaml: There is no such file. Did you mean '\(folder)/digits.yaml'?")
            #expect(try message(folder + "/other") == "\(folder)/other: There is no such file.")
            #expect(try message(folder + "/no/folder.yaml") == "\(folder)/no/folder.yaml: There is no such file.")
            #expect(try message(folder) == "\(folder): This is a folder; name a sweep file in it.")
            #expect(try message("") == ": There is no such file.")
        }
    }

    @Test("what is no text, or far too long, is refused")
    func noText() throws {
        try withFolder { folder in
            let path = folder + "/a.yaml"
            try Data("é: 1\nb: ".utf8 + [0xFF, 0x0A]).write(to: URL(fileURLWithPath: path))
            #expect(try message(path) == "\(path):2:4: This is not UTF-8 text; save the file as UTF-8.")
            try Data([0xE2, 0x82]).write(to: URL(fileURLWithPath: path))
            #expect(try message(path) == "\(path):1:1: This is not UTF-8 text; save the file as UTF-8.")
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(try message(path) == "\(path): The file is empty; write what to train under 'train'.")
            #expect(try message("/dev/zero") == "/dev/zero: The file has more than 1048576 bytes; it is no sweep file.")
        }
    }
}
