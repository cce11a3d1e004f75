import Settings
import Testing

@testable import SweepFiles

@Suite("YAML as sweep files understand it")
struct YAMLTests {
    private func value(_ text: String) throws -> SettingValue {
        try YAMLComposer.compose("value: \(text)").value.asMapping?["value"] ?? .null
    }

    private func problem(_ text: String) throws -> String {
        let error = try #require(throws: SweepFileError.Problem.self) { try YAMLComposer.compose(text) }
        return error.position.map { "\($0): \(error.message)" } ?? error.message
    }

    @Test(
        "plain text has the meaning that YAML 1.2 gives it",
        arguments: [
            ("1e-5", SettingValue.double(1e-5)), ("1E3", .int(1000)), ("1.0", .int(1)), (".5", .double(0.5)),
            ("1.", .int(1)), ("-0.25", .double(-0.25)), ("+7", .int(7)), ("007", .int(7)), ("0x1F", .int(31)),
            ("0o17", .int(15)), ("9223372036854775807", .int(.max)), ("-0.0", .int(0)), ("0e99", .int(0)),
            ("true", .bool(true)), ("FALSE", .bool(false)), ("~", .null), ("null", .null), ("", .null),
            ("on", .string("on")), ("yes", .string("yes")), ("No", .string("No")), ("y", .string("y")),
            ("1_000", .string("1_000")), ("12:30", .string("12:30")), ("2026-01-01", .string("2026-01-01")),
            ("1e", .string("1e")), (".", .string(".")), ("+", .string("+")), ("0x", .string("0x")),
            ("--1", .string("--1")),
            ("1.2.3", .string("1.2.3")), ("'1'", .string("1")), ("\"true\"", .string("true")), ("''", .string("")),
            ("full batch", .string("full batch")), ("layers.0.*", .string("layers.0.*")), ("'*'", .string("*")),
            ("a*b * c", .string("a*b * c")), ("|\n  1\n  2\n", .string("1\n2\n")), (">-\n  a\n  b\n", .string("a b")),
            ("!!str 1", .string("1")), ("!!int 1", .int(1)), ("!!float 1", .int(1)), ("!!null ''", .null),
            ("[1, [a, {b: 2}]]", .list([.int(1), .list([.string("a"), .mapping(["b": .int(2)])])])),
        ])
    func meanings(text: String, expected: SettingValue) throws {
        #expect(try value(text) == expected)
    }

    @Test(
        "numbers that cannot be kept are refused",
        arguments: [
            (".inf", "1:8: .inf: a number must be finite."), ("-.INF", "1:8: -.INF: a number must be finite."),
            (".nan", "1:8: .nan: a number must be finite."),
            ("1e999", "1:8: 1e999: a number must be within ±1.7976931348623157e+308."),
            ("1e-999", "1:8: 1e-999: a number other than 0 must be at least 5e-324 in magnitude."),
            (
                "9223372036854775808",
                "1:8: 9223372036854775808: a whole number must be within ±9223372036854775807."
            ),
            (
                "0x" + String(repeating: "f", count: 40),
                "1:8: 0xffffffffffffffffffffffffffffffffffffffff: "
                    + "a whole number must be within ±9223372036854775807."
            ),
        ])
    func numbers(text: String, message: String) throws {
        #expect(try problem("value: \(text)") == message)
    }

    @Test("aliases and merge keys stand for what they name, and what is written wins")
    func aliases() throws {
        let root = try YAMLComposer.compose(
            """
            base: &base {lr: 1, epochs: 2}
            more: &more {lr: 9, data: x}
            rate: &rate 0.5
            one: {hidden: *rate, <<: *base, epochs: 3}
            two:
              <<: [*base, *more]
              lr: *rate
            list: [*rate, *base]
            """)
        let value = root.value
        guard case .mapping(let entries) = value else {
            Issue.record("no mapping")
            return
        }
        #expect(
            entries["one"] == .mapping(["hidden": .double(0.5), "lr": .int(1), "epochs": .int(3)]))
        #expect(
            entries["two"] == .mapping(["lr": .double(0.5), "epochs": .int(2), "data": .string("x")]))
        #expect(entries["list"] == .list([.double(0.5), .mapping(["lr": .int(1), "epochs": .int(2)])]))
        guard case .mapping(let parts) = root.content, case .mapping(let one) = parts[3].value.content else { return }
        #expect(one.map(\.key) == ["hidden", "lr", "epochs"])
    }

    @Test("an anchor named again counts from there on")
    func shadowedAnchors() throws {
        #expect(
            try value("[&a 1, *a, &a 2, *a]") == .list([.int(1), .int(1), .int(2), .int(2)]))
    }

    @Test(
        "what is no YAML, or not for a sweep file, is refused with its place and a way out",
        arguments: [
            ("", "The file is empty; write what to train under 'train'."),
            ("# only a comment\n", "The file is empty; write what to train under 'train'."),
            ("---\n", "The file is empty; write what to train under 'train'."),
            ("a: 1\n---\nb: 2\n", "3:1: A second document begins here; a sweep file holds one sweep."),
            ("a: 1\na: 2\n", "2:1: 'a' is written twice in this mapping; keep one."),
            ("a: 1\n'a': 2\n", "2:1: 'a' is written twice in this mapping; keep one."),
            ("a:\n  1: x\n  '1': y\n", "3:3: '1' is written twice in this mapping; keep one."),
            ("a:\n\tb: 1\n", "2:1: A tab stands where YAML allows only spaces; indent with spaces."),
            ("\ta: 1\n", "1:1: A tab stands where YAML allows only spaces; indent with spaces."),
            ("a: [1, 2]]\n", "1:10: A key is expected here; check the indentation and the quotation marks."),
            ("a: }\n", "1:4: A value is expected here."),
            ("a: - b\n", "1:4: A list's '- ' cannot stand here."),
            ("a: ? b\n", "1:4: A '? ' cannot stand here."),
            (
                #"a: "\q""#,
                #"1:5: A '\' in double quotation marks begins an escape, but not this one; use single quotation marks."#
            ),
            ("a:\nb\nc: 1\n", "2:1: A ':' is missing after this, which should be a key."),
            ("a: 1\nseeds 2\nname: x\n", "2:1: A ':' is missing after this, which should be a key."),
            ("a: [b", "1:6: A ',' or ']' is expected here. It belongs to the list that begins at 1:4."),
            ("a: &\n", "1:5: This is no YAML: did not find expected alphabetic or numeric character."),
            ("a: @x\n", "1:4: Text cannot begin with '@' in YAML; put it in quotation marks."),
            (
                "a: b: c\n",
                "1:5: A ':' cannot stand here; check the indentation and the line above, or put text with ': ' in quotation "
                    + "marks."
            ),
            (
                "a: 1\n b: 2\n",
                "2:3: A ':' cannot stand here; check the indentation and the line above, or put text with ': ' in quotation "
                    + "marks."
            ),
            ("a: [1, 2\nb: 3\n", "2:2: A ',' or ']' is expected here. It belongs to the list that begins at 1:4."),
            ("a: {b: 1\n", "2:1: A ',' or '}' is expected here. It belongs to the mapping that begins at 1:4."),
            (
                "a: 'text\n",
                "2:1: The file ends inside a text; a closing quotation mark is missing. "
                    + "It belongs to the text that begins at 1:4."
            ),
            (
                "a:\n  - 1\n  b: 2\n",
                "3:3: A '-' is expected here; check the indentation. "
                    + "It belongs to the list that begins at 2:3."
            ),
            (
                "a: *b\n",
                "1:4: '*b' is the alias of no anchor above it; text that begins with '*' needs quotation marks."
            ),
            ("a: &rate 1\nb: *rat\n", "2:4: '*rat' is the alias of no anchor above it; did you mean '*rate'?"),
            (
                "a: &a [*a]\n",
                "1:8: '*a' is the alias of no anchor above it; text that begins with '*' needs quotation marks."
            ),
            (
                "a: *.csv\n",
                "1:4: '*.csv' is the alias of no anchor above it; text that begins with '*' needs quotation marks."
            ),
            ("a: &a x\n*a : 1\n", "2:1: A key must be text; one that begins with '*' needs quotation marks."),
            ("? [a, b]\n: 1\n", "1:3: A key must be text."),
            ("a: &a 1\nb: {<<: *a}\n", "2:5: '<<' is 1; it must be a mapping, or a list of mappings."),
            ("a: !!int x\n", "1:4: The tag 'tag:yaml.org,2002:int' does not fit this value; leave it out."),
            ("a: !mine {}\n", "1:4: The tag '!mine' does not fit this value; leave it out."),
            ("a: \u{0}\n", "1:4: The character U+0000 is not allowed in a YAML file; remove it."),
            (
                "a: \"x\\0\"\n",
                "1:4: The character U+0000 is not allowed in text; remove the escape that stands for it."
            ),
            ("é: x\u{7F}\n", "1:5: The character U+007F is not allowed in a YAML file; remove it."),
            ("a: 1\r\nb: \u{1FFFE}\r\n", "2:4: The character U+1FFFE is not allowed in a YAML file; remove it."),
        ])
    func mistakes(text: String, message: String) throws {
        #expect(try problem(text) == message)
    }

    @Test("a byte order mark and line ends of other systems change nothing")
    func lineEnds() throws {
        let one = try YAMLComposer.compose("\u{FEFF}a: 1\r\nb: [x]\r\n")
        #expect(one.value == .mapping(["a": .int(1), "b": .list([.string("x")])]))
        guard case .mapping(let entries) = one.content else { return }
        #expect(entries.map(\.position) == [SourcePosition(line: 1, column: 1), SourcePosition(line: 2, column: 1)])
    }

    @Test(
        "nesting beyond all sense is an error, however it is written",
        arguments: [
            String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
            String(repeating: "- ", count: 100_000) + "x", String(repeating: "? ", count: 100_000) + "x",
            "a: " + String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
            (0..<1_200).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ])
    func nesting(text: String) throws {
        #expect(try problem(text).hasSuffix("This is nested too deeply; at most 64 levels are read."))
    }

    @Test("a long chain of aliases is too deep, and a product of aliases too large")
    func aliasBombs() throws {
        let chain = "a:\n- &a [x]\n" + String(repeating: "- &a [*a]\n", count: 10_000)
        #expect(try problem(chain) == "63:7: This is nested too deeply; at most 64 levels are read.")
        let laughs = "a:\n- &a [x]\n" + String(repeating: "- &a [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n", count: 40)
        #expect(
            try problem(laughs).hasSuffix(
                "The file is too large, with aliases written out; at most 100000 values are read."))
        let merges =
            "a:\n- &a {x: 1, <<: {y: 2}}\n" + (0..<40).map { "- &a {x\($0): *a, <<: *a}\n" }.joined()
        #expect(
            try problem(merges).hasSuffix(
                "The file is too large, with aliases written out; at most 100000 values are read."))
        let keys = "a:\n- &a [x]\n" + String(repeating: "- &a [*a, *a]\n", count: 60) + "- {? *a : 1, ? [*a] : 2}"
        #expect(throws: SweepFileError.Problem.self) { try YAMLComposer.compose(keys) }
    }
}
