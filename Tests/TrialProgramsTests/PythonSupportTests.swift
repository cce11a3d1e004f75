import Foundation
import Testing

@testable import TrialPrograms

@Suite("Python support")
struct PythonSupportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)").path

    @Test("the program holds each file of the folders hook and module")
    func allFiles() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/CPythonSupport")
        let there = try ["hook", "module"].flatMap { name in
            try FileManager.default.subpathsOfDirectory(atPath: sources.appending(path: name).path)
                .map { "\(name)/\($0)" }
        }.filter { path in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: sources.appending(path: path).path, isDirectory: &isFolder)
            return !isFolder.boolValue && !path.contains("__pycache__")
        }
        #expect(PythonSupport.files.map(\.path) == there.sorted())
        for file in PythonSupport.files {
            #expect(try Data(contentsOf: sources.appending(path: file.path)) == file.content, "\(file.path)")
        }
    }

    @Test("is written whole and once, and mended where it is damaged")
    func writes() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let support = try PythonSupport.write(to: folder)
        let start = "\(support.hook)/sitecustomize.py"
        let module = "\(support.hook)/../module/wandb/__init__.py"
        #expect(FileManager.default.fileExists(atPath: start))
        #expect(FileManager.default.fileExists(atPath: module))
        let made = try inode(of: start)
        #expect(try PythonSupport.write(to: folder) == support)
        #expect(try inode(of: start) == made)

        try Data().write(to: URL(filePath: module))
        #expect(try PythonSupport.write(to: folder) == support)
        #expect(try !Data(contentsOf: URL(filePath: module)).isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    }

    @Test("stands before a path that is there")
    func path() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let support = try PythonSupport.write(to: folder)
        #expect(support.path(before: nil) == support.hook)
        #expect(support.path(before: "/a:/b") == "\(support.hook):/a:/b")
    }

    @Test("says which folder cannot be made")
    func refused() {
        #expect(throws: (any Error).self) { try PythonSupport.write(to: "/dev/null/python") }
    }

    private func inode(of path: String) throws -> NSNumber? {
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? NSNumber
    }
}
