import Foundation
import Testing

@testable import TrialPrograms

@Suite struct ProgramLogTests {
    /// What the log holds after bytes in pieces of these sizes, 0, 1, 2 … modulo 251.
    private func log(of count: Int, pieces: Int, first: Int, last: Int) throws -> [UInt8] {
        let folder = NSTemporaryDirectory() + "sweep-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var log = try ProgramLog(path: folder + "/log.txt", first: first, last: last)
        let bytes = (0..<count).map { UInt8($0 % 251) }
        for start in stride(from: 0, to: count, by: pieces) {
            try log.take(bytes[start..<min(count, start + pieces)])
        }
        try log.finish()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["log.txt"])
        return [UInt8](try #require(FileManager.default.contents(atPath: folder + "/log.txt")))
    }

    @Test(arguments: [0, 1, 9, 10, 11, 29, 30, 31, 50, 69, 70, 71, 1_000], [1, 7, 64, 2_000])
    func `the first and the last part are kept, and what is left out is said`(count: Int, pieces: Int) throws {
        let (first, last) = (10, 20)
        let bytes = (0..<count).map { UInt8($0 % 251) }
        let kept = try log(of: count, pieces: pieces, first: first, last: last)
        if count <= first + last {
            #expect(kept == bytes)
        } else {
            let words = "\n[sweep: \(count - 30) bytes are left out here; the first 10 and the last 20 are kept]\n"
            #expect(kept == bytes.prefix(first) + Array(words.utf8) + bytes.suffix(last))
        }
    }
}
