import Foundation
import Testing

@testable import TrialPrograms

struct PythonSpellingTests {
    @Test(
        arguments: [
            (1e-5, "1e-05"), (0.0001, "0.0001"), (1, "1.0"), (0, "0.0"), (-0.0, "-0.0"), (1e15, "1000000000000000.0"),
            (1e16, "1e+16"), (123_456_789_012_345_680, "1.2345678901234568e+17"), (0.1 + 0.2, "0.30000000000000004"),
            (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
            (1.5e-7, "1.5e-07"),
            (9_007_199_254_740_992, "9007199254740992.0"), (-12.5, "-12.5"), (1e22, "1e+22"), (.infinity, "inf"),
            (.nan, "nan"), (100, "100.0"), (2.5e-10, "2.5e-10"), (1e100, "1e+100"),
        ] as [(Double, String)])
    func `numbers have the shortest digits, with an exponent where Python writes one`(number: Double, text: String) {
        #expect(PythonText.repr(number) == text)
    }

    @Test func `text inside others stands in the quotation marks that need no escape`() {
        #expect(PythonText.repr(.text("it's")) == #""it's""#)
        #expect(PythonText.repr(.text(#"it's "so""#)) == #"'it\'s "so"'"#)
        #expect(PythonText.repr(.text("a\\b\n\u{1}é\u{200B}😀\u{E000}")) == #"'a\\b\n\x01é\u200b😀\ue000'"#)
        #expect(PythonText.str(.text("it's")) == "it's")
    }

    @Test func `words of Python and of JSON are told apart`() {
        let value = PythonValue.mapping([
            .init(key: "a", value: .list([.none, .bool(true), .int(1), .float(1)])),
            .init(key: "ü", value: .text("\u{7F}\u{8}/\"")),
        ])
        #expect(PythonText.str(value) == #"{'a': [None, True, 1, 1.0], 'ü': '\x7f\x08/"'}"#)
        #expect(PythonJSON.text(value) == #"{"a": [null, true, 1, 1.0], "\u00fc": "\u007f\b/\""}"#)
        #expect(PythonJSON.text(.list([.float(.nan), .float(-.infinity)])) == "[NaN, -Infinity]")
    }

    @Test func `python3 writes thousands of values alike`() throws {
        var generator = Dice(state: 7)
        let values = (0..<4_000).map { _ in generator.value(depth: 3) }
        let numbers = (0..<4_000).map { _ in generator.number() }
        let told = try Python.lines(
            of: """
                import json, struct, sys
                for line in open(0, encoding='utf-8'):
                    kind, text = line.rstrip('\\n').split(' ', 1)
                    if kind == 'number':
                        print(repr(struct.unpack('>d', bytes.fromhex(text))[0]))
                    else:
                        value = json.loads(text)
                        print(json.dumps([json.dumps(value), str(value), repr(value)]))
                """,
            given: numbers.map { "number " + Dice.hexadecimal($0.bitPattern) }
                + values.map { "value " + PythonJSON.text($0) })
        #expect(told.count == 8_000)
        for (number, line) in zip(numbers, told) { #expect(PythonText.repr(number) == line) }
        for (value, line) in zip(values, told.dropFirst(4_000)) {
            let three = PythonValue.list([
                .text(PythonJSON.text(value)), .text(PythonText.str(value)), .text(PythonText.repr(value)),
            ])
            #expect(PythonJSON.text(three) == line)
        }
    }
}

/// Values without an order that anybody thought of.
private struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }

    mutating func below(_ count: Int) -> Int { Int(next() >> 33) % count }

    /// Of all magnitudes, some with few digits.
    mutating func number() -> Double {
        while true {
            let number =
                switch below(3) {
                case 0: Double(bitPattern: next())
                case 1: Double(below(100_000)) / 1_000
                default: Double("\(below(1_000))e\(below(60) - 30)") ?? 0
                }
            if number.isFinite { return number }
        }
    }

    mutating func text() -> String {
        // Assigned long ago, so that every version of Unicode judges them alike.
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x01...0xFF, 0x370...0x373, 0x2000...0x2030, 0x1F600...0x1F640,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<below(12) {
            let range = ranges[below(ranges.count)]
            let code = range.lowerBound + UInt32(below(range.count))
            // These end a line for whoever reads line by line.
            if let scalar = Unicode.Scalar(code), code != 0x85, code != 0x2028, code != 0x2029 {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    mutating func value(depth: Int) -> PythonValue {
        switch below(depth > 0 ? 8 : 6) {
        case 0: return .none
        case 1: return .bool(below(2) == 0)
        case 2: return .int(Int(bitPattern: UInt(next())) >> below(64))
        case 3: return .float(number())
        case 4, 5: return .text(text())
        case 6: return .list((0..<below(4)).map { _ in value(depth: depth - 1) })
        default:
            var entries: [String: PythonValue] = [:]
            for _ in 0..<below(4) { entries[text()] = value(depth: depth - 1) }
            return .mapping(entries.map { .init(key: $0.key, value: $0.value) })
        }
    }

    static func hexadecimal(_ bits: UInt64) -> String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Debian's python3.
private enum Python {
    static func lines(of program: String, given input: [String]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "input")
        try Data((input.joined(separator: "\n") + "\n").utf8).write(to: file)
        let python = Process()
        let output = Pipe()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["PYTHONIOENCODING=utf-8", "python3", "-c", program]
        python.standardInput = try FileHandle(forReadingFrom: file)
        python.standardOutput = output
        try python.run()
        let told = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        return String(decoding: told, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
