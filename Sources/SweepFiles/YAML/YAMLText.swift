/// The text of a YAML file made ready for Yams: checked for what no YAML may hold, with aliases hidden.
///
/// Yams resolves aliases while it composes, by sharing nodes. A short file can so stand for a tree with billions of
/// leaves, or one so deep that freeing it overflows the stack. Therefore each `*` is replaced by a character that
/// text never holds, which makes an alias plain text to Yams; `YAMLComposer` then resolves it within bounds.
/// Lines and columns stay as they are.
struct YAMLText {
    /// A noncharacter (The Unicode Standard, section 23.7).
    static let hiddenStar: Unicode.Scalar = "\u{1FFFE}"

    let withHiddenStars: String

    init(_ text: String) throws(SweepFileError.Problem) {
        var result = String.UnicodeScalarView()
        var line = 1
        var column = 1
        var last: Unicode.Scalar = " "
        let scalars = text.unicodeScalars
        for scalar in scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...] {
            if !Self.isAllowed(scalar) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
                throw SweepFileError.Problem(
                    position: SourcePosition(line: line, column: column),
                    message: "The character U+\(digits) is not allowed in a YAML file; remove it.")
            }
            result.append(scalar == "*" ? Self.hiddenStar : scalar)
            if Self.isLineEnd(scalar) {
                if !(last == "\r" && scalar == "\n") { line += 1 }
                column = 1
            } else {
                column += 1
            }
            last = scalar
        }
        withHiddenStars = String(result)
    }

    /// Text of the composed tree as it was written.
    static func shown(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.lazy.map { $0 == hiddenStar ? "*" : $0 })
        return String(result)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD: true
        case hiddenStar.value: false
        default: scalar.value >= 0x10000
        }
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }
}
