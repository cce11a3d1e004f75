import Foundation
import Sweeps
import Testing

@testable import SweepFiles

@Suite("Sweep files of this repository")
struct ShippedSweepTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("sweeps")

    private static func texts() throws -> [(name: String, text: String)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
            .map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
    }

    @Test("each can be read without a note, is named after its file, and begins with its question")
    func read() throws {
        let texts = try Self.texts()
        #expect(texts.map(\.name).contains("quickstart.yaml"))
        for (name, text) in texts {
            let file = try SweepFile(text: text, path: name)
            #expect(file.notes.isEmpty)
            #expect(file.sweep.name + ".yaml" == name)
            #expect(text.hasPrefix("# "))
            #expect(text.split(separator: "\n")[0].hasSuffix("?"))
        }
    }

    @Test("cut anywhere, a file is a sweep or an error with a message")
    func truncated() throws {
        for (name, text) in try Self.texts() {
            for length in stride(from: 0, through: text.unicodeScalars.count, by: 7) {
                check(String(String.UnicodeScalarView(text.unicodeScalars.prefix(length))), name)
            }
        }
    }

    @Test("with characters changed at random, a file is a sweep or an error with a message", arguments: 0..<40)
    func changed(seed: Int) throws {
        let replacements = Array("*&:?-[]{},#|>'\"!%@` \t\n\r\u{0}\u{7F}é\u{FEFF}0.<~=".unicodeScalars)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for (name, text) in try Self.texts() {
            var scalars = Array(text.unicodeScalars)
            for _ in 0..<8 {
                switch next(3) {
                case 0: scalars[next(scalars.count)] = replacements[next(replacements.count)]
                case 1: scalars.insert(replacements[next(replacements.count)], at: next(scalars.count))
                default: scalars.remove(at: next(scalars.count))
                }
                check(String(String.UnicodeScalarView(scalars)), name)
            }
        }
    }

    private func check(_ text: String, _ name: String) {
        do throws(SweepFileError) {
            let file = try SweepFile(text: text, path: name)
            #expect(!file.sweep.seeds.isEmpty)
        } catch {
            #expect(error.description.hasPrefix(name))
            let lines = text.count { $0.isNewline } + 1
            #expect((error.position?.line ?? 1) <= lines, "\(error)")
        }
    }
}
