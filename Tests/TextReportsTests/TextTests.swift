import Testing

@testable import TextReports

@Suite("Text")
struct TextTests {
    @Test("what a terminal would obey is shown, not obeyed")
    func safeText() {
        #expect(SafeText.escaping("a\u{1b}[31m\u{7}\u{9b}\u{202e}\t\n") == "a\\u{1b}[31m\\u{7}\\u{9b}\\u{202e}\\t\\n")
        #expect(SafeText.escaping("Zürich 東京 🙂") == "Zürich 東京 🙂")
        #expect(SafeText.escapingLines("a\n\u{1b}b") == "a\n\\u{1b}b")
        #expect(SafeText.width(of: "e\u{301}東🙂") == 5)
    }

    @Test("numbers of a column share their decimals, unless their sizes are too far apart")
    func numbers() {
        #expect(NumberText.column([0.97216, 0.5, nil]) == ["0.9722", "0.5000", ""])
        #expect(NumberText.column([1, 0.97216]) == ["1.0000", "0.9722"])
        #expect(NumberText.column([12.34567, 1]) == ["12.35", "1.00"])
        #expect(NumberText.column([12.34567, 0.01234567]) == ["12.35", "0.01235"])
        #expect(NumberText.column([3, 30]) == ["3", "30"])
        #expect(NumberText.column([1e-7, 2.5]) == ["10⁻⁷", "2.5"])
        #expect(NumberText.column([.nan, -.infinity, 0.25]) == ["nan", "−∞", "0.2500"])
        #expect(NumberText.column([3_721_234_567, 0.1]) == ["3.721×10⁹", "0.1"])
        #expect(NumberText.column([0, -0.0]) == ["0", "0"])
        #expect(NumberText.short(1.0 / 3) == "0.3333")
    }

    @Test("in a narrow terminal texts go on in further lines; numbers stay whole, and nothing is cut")
    func narrow() {
        let table = TextTable(columns: [
            TextTable.Column("name", ["a very long name of something", "東京東京東京東京東京東京"]),
            TextTable.Column("value", numbers: [0.123456, 2]),
        ])
        #expect(
            table.text(for: Terminal(width: 24, hasStyle: false))
                == """
                name               value
                a very long name   0.123
                of something
                東京東京東京東京   2.000
                東京東京

                """)
        #expect(table.text(for: .none).split(separator: "\n").count == 3)
        #expect(table.text(for: Terminal(width: 80, hasStyle: true)).hasPrefix("\u{1b}[1mname"))
    }

    @Test("words longer than a line are broken, and titles of numbers between their words")
    func breaking() {
        #expect(WrappedText.lines("ab abcdefghijkl m", width: 5) == ["ab", "abcde", "fghij", "kl m"])
        #expect(WrappedText.lines("", width: 5) == [""] && WrappedText.lines("a  b", width: 5) == ["a  b"])
        let table = TextTable(columns: [TextTable.Column("not finite from step", .right, ["12", "3"])])
        #expect(
            table.text(for: Terminal(width: 10, hasStyle: false)) == "not finite\n from step\n        12\n         3\n")
    }

    @Test("columns that do not fit beside each other follow below, each part with the first column")
    func parts() {
        let table = TextTable(columns: [
            TextTable.Column("", ["lr"]), TextTable.Column("first", .right, ["0.1"]),
            TextTable.Column("second", .right, ["0.2"]), TextTable.Column("third", .right, ["0.3"]),
        ])
        let parts = table.parts(for: Terminal(width: 17, hasStyle: false)).map { $0.columns.map(\.title) }
        #expect(parts == [["", "first", "second"], ["", "third"]])
        #expect(table.parts(for: .none).count == 1)
    }

    @Test("a table that is too wide is folded where that is narrower; a pipe has the room of 80 columns")
    func folding() {
        func table(_ width: Int) -> TextTable {
            TextTable(columns: [TextTable.Column(String(repeating: "x", count: width), ["1"])])
        }
        func width(_ whole: Int, _ folded: Int, _ terminal: Terminal) -> Int? {
            table(whole).orFolded(for: terminal) { table(folded) }.columns.first?.title.count
        }
        #expect(width(80, 10, .none) == 80 && width(81, 70, .none) == 70 && width(81, 90, .none) == 81)
        #expect(width(100, 10, Terminal(width: 100, hasStyle: false)) == 100)
        #expect(width(100, 10, Terminal(width: 99, hasStyle: false)) == 10)
        #expect(width(100, 120, Terminal(width: 99, hasStyle: false)) == 120)
        let optional = TextTable(columns: [
            TextTable.Column("rank", ["1"]), TextTable.Column("best trial", ["x"]).ifItFits,
        ])
        #expect(optional.orFolded(for: Terminal(width: 8, hasStyle: false)) { table(20) }.columns.count == 2)
    }

    @Test("what a narrow terminal has no room for is left out, the least important first, and named")
    func leftOut() {
        let table = TextTable(columns: [
            TextTable.Column("rank", .right, ["1"]), TextTable.Column("epoch", numbers: [7]).ifItFits,
            TextTable.Column("optimizer", ["adam"]), TextTable.Column("trial", ["0123456789ab"]).ifItFits,
        ])
        func lines(_ width: Int) -> [Substring] {
            table.text(for: Terminal(width: width, hasStyle: false)).split(separator: "\n", maxSplits: 2)
        }
        #expect(lines(80).count == 2 && lines(80)[1] == "   1      7  adam       0123456789ab")
        #expect(lines(25)[1] == "   1      7  adam")
        #expect(lines(25)[2] == "left out: trial; a wider\nterminal, a pipe or\n'--json' shows all.\n")
        #expect(lines(16)[1] == "   1  adam")
        #expect(lines(16)[2].hasPrefix("left out: epoch,\ntrial; a wider\n"))
    }

    @Test("a terminal that is dumb or has no name gets plain lines; NO_COLOR takes only the colours")
    func dumb() {
        func terminal(_ environment: [String: String]) -> Terminal {
            Terminal(isTerminal: true, size: (40, 10), environment: environment)
        }
        for environment in [["TERM": "dumb"], ["TERM": ""], [:]] {
            #expect(!terminal(environment).hasStyle && !terminal(environment).hasCursor)
        }
        #expect(terminal(["TERM": "xterm"]).hasStyle && terminal(["TERM": "xterm"]).hasCursor)
        let colourless = terminal(["TERM": "xterm", "NO_COLOR": "1"])
        #expect(!colourless.hasStyle && colourless.hasCursor)
        #expect(Terminal(isTerminal: true, size: nil, environment: ["COLUMNS": "52"]).width == 52)
        #expect(Terminal(isTerminal: false, size: (40, 10), environment: ["TERM": "xterm"]) == .none)
    }

    @Test("long lines break between words where the terminal ends, each line by itself")
    func wrapping() {
        let terminal = Terminal(width: 20, hasStyle: false)
        #expect(terminal.wrapping("a  b\nneeded: very roughly so many\n") == "a  b\nneeded: very roughly\nso many\n")
        #expect(Terminal.none.wrapping("needed: very roughly so many") == "needed: very roughly so many")
    }

    @Test("a locale without UTF-8 gets ASCII for our own signs, aligned, and users' letters as they are")
    func ascii() {
        #expect(PlainText.isWanted(["LC_ALL": "C"]) && PlainText.isWanted(["LANG": "POSIX"]))
        #expect(PlainText.isWanted(["LC_ALL": "", "LC_CTYPE": "en_US.ISO-8859-1", "LANG": "C.UTF-8"]))
        #expect(!PlainText.isWanted([:]) && !PlainText.isWanted(["LANG": "de_DE.utf8"]))
        #expect(!PlainText.isWanted(["LC_ALL": "C.UTF-8", "LANG": "C"]))
        #expect(
            PlainText.ascii("3.72×10⁻⁹ ± 0.1 – ≈ −1…2, Zürich 10⁵⁰") == "3.72x10^-9 +- 0.1 - ~ -1...2, Zürich 10^50")
        let table = TextTable(columns: [
            TextTable.Column("95 % interval", .right, ["0.1…0.2", ""]), TextTable.Column("n", ["1", "2"]),
        ])
        #expect(
            table.text(for: Terminal(width: 80, hasStyle: false, isASCII: true))
                == "95 % interval  n\n    0.1...0.2  1\n               2\n")
    }

    @Test("a file or a pipe has neither width nor style")
    func noTerminal() {
        #expect(Terminal.none.emphasized("x") == "x")
    }

    @Test("a row of a table has its text in one line")
    func oneLine() {
        #expect(SafeText.oneLine("worker killed\nlast words\r\n\nand more") == "worker killed; last words; and more")
    }
}
