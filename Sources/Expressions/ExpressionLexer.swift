/// Cuts an expression into tokens.
struct ExpressionLexer {
    private let text: String
    private let characters: [Character]
    private var position = 0

    /// The tokens of `text`, the last of which is `.end`.
    static func tokens(of text: String) throws(ExpressionError) -> [ExpressionToken] {
        var lexer = ExpressionLexer(text: text)
        var tokens: [ExpressionToken] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(text: String) {
        self.text = text
        characters = Array(text)
    }

    private func character(_ ahead: Int = 0) -> Character? {
        position + ahead < characters.count ? characters[position + ahead] : nil
    }

    private mutating func next() throws(ExpressionError) -> ExpressionToken {
        while character()?.isWhitespace == true { position += 1 }
        let column = position + 1
        return ExpressionToken(kind: try nextKind(column), column: column)
    }

    private mutating func nextKind(_ column: Int) throws(ExpressionError) -> ExpressionToken.Kind {
        guard let first = character() else { return .end }
        if first == "'" || first == "\"" { return .text(try quoted(by: first, column)) }
        if first.isDigit || (first == "." && character(1)?.isDigit == true) { return .number(try number(column)) }
        if first.startsName { return word() }
        if character(1) == first, first == "*" || first == "/" {
            throw ExpressionError(
                text: text, column: column,
                message: first == "*" ? "'**' is not known; write '^'" : "'//' is not known; write 'floor(a / b)'")
        }
        for length in [2, 1] where position + length <= characters.count {
            if let sign = ExpressionToken.Sign(rawValue: String(characters[position..<position + length])) {
                position += length
                return .sign(sign)
            }
        }
        throw ExpressionError(text: text, column: column, message: strange(first))
    }

    private func strange(_ character: Character) -> String {
        switch character {
        case "=": "'=' is not known; write '==' to compare"
        case "&": "'&' is not known; write 'and'"
        case "|": "'|' is not known; write 'or'"
        case "!": "'!' is not known; write 'not'"
        case "?": "'?' is not known; write 'if(condition, a, b)'"
        default: "'\(character)' is not known in an expression"
        }
    }

    private mutating func quoted(by quote: Character, _ column: Int) throws(ExpressionError) -> String {
        position += 1
        var content = ""
        while let next = character(), next != quote {
            if next == "\\", let escaped = character(1), escaped == quote || escaped == "\\" {
                content.append(escaped)
                position += 2
            } else {
                content.append(next)
                position += 1
            }
        }
        guard character() != nil else {
            throw ExpressionError(
                text: text, column: column, message: "the text that begins here has no closing \(quote)")
        }
        position += 1
        return content
    }

    private mutating func number(_ column: Int) throws(ExpressionError) -> Double {
        let start = position
        skipDigits()
        if character() == "." {
            position += 1
            skipDigits()
        }
        if character() == "e" || character() == "E" {
            let hasSign = character(1) == "-" || character(1) == "+"
            if character(hasSign ? 2 : 1)?.isDigit == true {
                position += hasSign ? 2 : 1
                skipDigits()
            }
        }
        if let next = character(), next.continuesName || next == "." {
            while let next = character(), next.continuesName || next == "." { position += 1 }
            let written = String(characters[start..<position])
            throw ExpressionError(text: text, column: column, message: "'\(written)' is neither a number nor a name")
        }
        let written = String(characters[start..<position])
        guard let number = Double(written), number.isFinite else {
            throw ExpressionError(text: text, column: column, message: "'\(written)' is too large for a number")
        }
        return number
    }

    private mutating func skipDigits() {
        while character()?.isDigit == true { position += 1 }
    }

    private mutating func word() -> ExpressionToken.Kind {
        let start = position
        while let next = character() {
            guard next.continuesName || (next == "." && character(1)?.continuesName == true) else { break }
            position += 1
        }
        let word = String(characters[start..<position])
        return ExpressionToken.Sign(rawValue: word).map { .sign($0) } ?? .name(word)
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var startsName: Bool { isLetter || self == "_" }
    fileprivate var continuesName: Bool { isLetter || self == "_" || isDigit }
}
