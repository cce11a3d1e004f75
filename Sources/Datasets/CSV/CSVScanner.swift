/// Cuts a stream of CSV into records of fields, with quoting as in RFC 4180 (Shafranovich, 2005).
///
/// Lines end in LF or CRLF; a byte order mark is skipped. Stricter than many readers: a quotation mark inside an unquoted
/// field, text after a closing one, a lone carriage return and a zero byte are errors rather than guesses.
struct CSVScanner {
    /// The most fields of a record.
    static let mostFields = 65_536
    /// The most bytes of a field; a quotation mark that is never closed would otherwise swallow the file.
    static let mostFieldBytes = 1 << 20

    struct Field {
        let range: Range<Int>
    }

    /// The content of the current record's fields.
    private(set) var bytes: [UInt8] = []
    /// Where each field of the current record lies in `bytes`; none for an empty line.
    private(set) var fields: [Field] = []
    /// Where the current record begins, counted from 1.
    private(set) var line = 0

    private let stream: ByteStream
    private var chunk: [UInt8] = []
    private var position = 0
    private var nextLine = 1
    private var fieldStart = 0

    private enum State {
        case fieldStart, unquoted, quoted, afterQuote, carriageReturn
    }

    init(_ stream: ByteStream) throws(DataError) {
        self.stream = stream
        try stream.read(into: &chunk)
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
        } else if chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) {
            throw DataError(path: stream.path, line: 1, rule: "this is UTF-16 text; save it as UTF-8")
        }
    }

    /// Moves to the next record; false at the end of the stream.
    mutating func next() throws(DataError) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        line = nextLine
        fieldStart = 0
        var state = State.fieldStart
        while true {
            if position == chunk.count {
                try stream.read(into: &chunk)
                position = 0
                if chunk.isEmpty { return try finish(state) }
            }
            let byte = chunk[position]
            position += 1
            switch (state, byte) {
            case (_, 0):
                throw error(nextLine, "a zero byte; this is not a text file")
            case (.quoted, UInt8(ascii: "\"")):
                state = .afterQuote
            case (.quoted, _):
                if byte == UInt8(ascii: "\n") { nextLine += 1 }
                try append(byte)
            case (.afterQuote, UInt8(ascii: "\"")):
                try append(byte)
                state = .quoted
            case (.carriageReturn, UInt8(ascii: "\n")), (.unquoted, UInt8(ascii: "\n")),
                (.afterQuote, UInt8(ascii: "\n")), (.fieldStart, UInt8(ascii: "\n")):
                nextLine += 1
                if state == .fieldStart, fields.isEmpty { return true }
                if state != .carriageReturn { try endField(isQuoted: state == .afterQuote) }
                return true
            case (.carriageReturn, _):
                throw error(nextLine, "a carriage return without a line feed; lines must end in LF or CRLF")
            case (_, UInt8(ascii: "\r")):
                if state != .fieldStart || !fields.isEmpty { try endField(isQuoted: state == .afterQuote) }
                state = .carriageReturn
            case (_, UInt8(ascii: ",")):
                try endField(isQuoted: state == .afterQuote)
                state = .fieldStart
            case (.fieldStart, UInt8(ascii: "\"")):
                state = .quoted
            case (.afterQuote, _):
                throw error(nextLine, "text after a closing quotation mark; quotation marks inside a field are doubled")
            case (_, UInt8(ascii: "\"")):
                throw error(
                    nextLine, "a quotation mark inside an unquoted field; quote the field and double the marks in it")
            default:
                var end = position
                while end < chunk.count, Self.isPlain(chunk[end]) { end += 1 }
                if bytes.count - fieldStart + end - position >= Self.mostFieldBytes { throw tooLong }
                bytes.append(contentsOf: chunk[(position - 1)..<end])
                position = end
                state = .unquoted
            }
        }
    }

    /// What the end of the stream means in `state`.
    private mutating func finish(_ state: State) throws(DataError) -> Bool {
        switch state {
        case .quoted: throw error(line, "a quoted field of this row is never closed")
        case .fieldStart where fields.isEmpty: return false
        case .carriageReturn: throw error(nextLine, "a carriage return without a line feed at the end of the file")
        case .fieldStart, .unquoted, .afterQuote:
            try endField(isQuoted: state == .afterQuote)
            return true
        }
    }

    private mutating func append(_ byte: UInt8) throws(DataError) {
        if bytes.count - fieldStart == Self.mostFieldBytes { throw tooLong }
        bytes.append(byte)
    }

    private var tooLong: DataError {
        error(line, "a field is longer than 1 MiB; is a quotation mark not closed?")
    }

    /// Whether a byte inside an unquoted field is just a part of it.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""): false
        default: true
        }
    }

    /// Ends the current field; blanks around unquoted ones are no part of them.
    private mutating func endField(isQuoted: Bool) throws(DataError) {
        if fields.count == Self.mostFields {
            throw error(line, "the row has more than \(Self.mostFields) fields, the most there may be")
        }
        var range = fieldStart..<bytes.count
        if !isQuoted {
            while let first = range.first, Self.isBlank(bytes[first]) { range.removeFirst() }
            while let last = range.last, Self.isBlank(bytes[last]) { range.removeLast() }
        }
        fields.append(Field(range: range))
        fieldStart = bytes.count
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private func error(_ line: Int, _ rule: String) -> DataError {
        DataError(path: stream.path, line: line, rule: rule)
    }
}
