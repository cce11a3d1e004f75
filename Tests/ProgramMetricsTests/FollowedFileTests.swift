import Foundation
import ProgramMetrics
import Testing

/// A folder of files that grow, removed at the end.
final class MetricFolder: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "program-metrics-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    /// Replaces a file by another of the same name, with the folders that it needs.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .atomic)
    }

    /// Adds to a file, which stays the same one.
    func append(_ text: String, to name: String) throws {
        let file = path + "/" + name
        if !FileManager.default.fileExists(atPath: file) { return try write(text, to: name) }
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    /// Writes into a file from its start, after it was cut off; it stays the same one.
    func rewrite(_ text: String, in name: String) throws {
        let handle = try #require(FileHandle(forWritingAtPath: path + "/" + name))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}

@Suite("Files that grow")
struct FollowedFileTests {
    private let folder = MetricFolder()

    private func bytes(_ text: String) -> FollowedFile.News { .bytes(Array(text.utf8)) }

    @Test("a file that is not there is nothing yet; what is new is read once, at most so much at a time")
    func growing() throws {
        var file = FollowedFile(path: folder.path + "/a")
        #expect(file.next(limit: 4) == .nothing)
        try folder.append("abcdef", to: "a")
        #expect(file.next(limit: 4) == bytes("abcd"))
        #expect(file.next(limit: 4) == bytes("ef"))
        #expect(file.next(limit: 4) == .nothing)
        try folder.append("g", to: "a")
        #expect(file.next(limit: 4) == bytes("g"))
    }

    @Test("a file that was cut off, replaced, or written anew to more than before is read from its start")
    func begunAnew() throws {
        var file = FollowedFile(path: folder.path + "/a")
        try folder.append("abcdef", to: "a")
        #expect(file.next(limit: 100) == bytes("abcdef"))
        for text in ["xy", "abXY and much more than before"] {
            try folder.rewrite(text, in: "a")
            #expect(file.next(limit: 100) == .begunAnew)
            #expect(file.next(limit: 100) == bytes(text))
        }
        try folder.write("abXY and much more than before, by another file", to: "a")
        #expect(file.next(limit: 100) == .begunAnew)
        #expect(file.next(limit: 4) == bytes("abXY"))
    }

    @Test("a folder and a pipe are nothing to read")
    func noFile() throws {
        var followed = FollowedFile(path: folder.path)
        #expect(followed.next(limit: 100) == .nothing)
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        var pipe = FollowedFile(path: folder.path + "/pipe")
        #expect(pipe.next(limit: 100) == .nothing)
    }

    @Test("event files are found in folders within folders, each once, in order of name")
    func eventFiles() throws {
        var followed = FollowedFolder(path: folder.path)
        #expect(followed.newFiles().isEmpty)
        for name in [
            "b/events.out.tfevents.2", "b/events.out.tfevents.1", "a/b/c/events.out.tfevents.3",
            ".x/events.out.tfevents.4", "log.txt",
        ] {
            try folder.write("", to: name)
        }
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: folder.path)
        #expect(
            followed.newFiles() == [
                "a/b/c/events.out.tfevents.3", "b/events.out.tfevents.1", "b/events.out.tfevents.2",
            ])
        #expect(followed.newFiles().isEmpty)
        try folder.write("", to: "events.out.tfevents.0")
        #expect(followed.newFiles() == ["events.out.tfevents.0"])
    }
}
