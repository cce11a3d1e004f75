/// Lines as a terminal shows them at last: redrawn by carriage returns and backspaces, without colours, titles and moves
/// of the cursor.
///
/// Holds at most 33 lines of at most 64 KB each, and drops what is beyond them.
struct TerminalLines {
    /// What a line is when it is given.
    enum Stage {
        /// It is about to be drawn anew.
        case redrawn
        /// It will not change any more.
        case complete
    }

    /// Gets a line, what it is, and a number that tells lines apart which are drawn at the same time.
    typealias Body = (UnsafeBufferPointer<UInt8>, Stage, Int) -> Void

    /// Lines that the cursor may come back to; the last one is the lowest.
    private var rows = [Row(number: 0)]
    private var rowCount = 1
    private var at = 0
    /// How far up the cursor has come so far; lines farther above the lowest are complete.
    private var reach = 0
    private var escape = EscapeSequence()

    /// Reads bytes, and calls `body` for each line that is redrawn or complete.
    mutating func take(_ bytes: UnsafeRawBufferPointer, _ body: Body) {
        let bytes = bytes.bindMemory(to: UInt8.self)
        var position = 0
        while position < bytes.count {
            if escape.isOpen {
                if bytes[position] == 0x0A {
                    escape.close()
                    continue
                }
                if let move = escape.take(bytes[position]) { obey(move, body) }
                position += 1
                continue
            }
            var end = position
            while end < bytes.count, bytes[end] >= 0x20 || bytes[end] == 0x09 { end += 1 }
            let text = UnsafeBufferPointer(rebasing: bytes[position..<end])
            guard end < bytes.count else {
                rows[at].write(text, body)
                return
            }
            position = end + 1
            if bytes[end] == 0x0A, reach == 0, rows[0].isUntouched {
                // By far the most frequent: a line that is whole in these bytes and never redrawn.
                body(UnsafeBufferPointer(rebasing: text.prefix(Row.limit)), .complete, rows[0].number)
                continue
            }
            rows[at].write(text, body)
            switch bytes[end] {
            case 0x0A: feedLine(body)
            case 0x0D: rows[at].isReturned = true
            case 0x08: rows[at].goBack(1)
            case 0x1B: escape.open()
            default: break
            }
        }
    }

    /// Calls `body` for the lines that wait for their end.
    mutating func finish(_ body: Body) {
        for index in rows.indices where !rows[index].isUntouched { rows[index].complete(body) }
        self = TerminalLines()
    }

    private mutating func feedLine(_ body: Body) {
        at += 1
        if at == rows.count { rows.append(newRow()) }
        rows[at].isReturned = true
        while rows.count - 1 > reach {
            rows[0].complete(body)
            rows.removeFirst()
            at -= 1
        }
    }

    private mutating func newRow() -> Row {
        rowCount &+= 1
        return Row(number: rowCount)
    }

    private mutating func obey(_ move: EscapeSequence.Move, _ body: Body) {
        switch move {
        case .up(let count):
            let depth = min(rows.count - 1 - at + count, 32)
            reach = max(reach, depth)
            at -= count
            if at < 0 {
                let missing = min(-at, max(0, 33 - rows.count))
                for _ in 0..<missing { rows.insert(newRow(), at: 0) }
                at = 0
            }
        case .down(let count): for _ in 0..<count where at + 1 < rows.count { at += 1 }
        case .left(let count): rows[at].goBack(count)
        case .right(let count): rows[at].goForward(count, body)
        case .column(let column): rows[at].go(to: column)
        case .eraseRest: rows[at].eraseRest(body)
        case .eraseLine: rows[at].erase(body)
        case .clear: finish(body)
        }
    }
}

/// One line of a terminal, and where its cursor stands.
private struct Row {
    static let limit = 1 << 16

    let number: Int
    /// Whether the cursor is at the start, so that what comes next draws the line anew.
    var isReturned = false
    private var bytes: [UInt8] = []
    private var cursor = 0
    /// What stood here before it was drawn anew, for where it ends up blank.
    private var former: [UInt8] = []

    init(number: Int) {
        self.number = number
    }

    var isUntouched: Bool { bytes.isEmpty && former.isEmpty }

    mutating func write(_ text: UnsafeBufferPointer<UInt8>, _ body: TerminalLines.Body) {
        guard !text.isEmpty else { return }
        if isReturned { erase(body) }
        let overwritten = min(text.count, bytes.count - cursor)
        for index in 0..<overwritten { bytes[cursor + index] = text[index] }
        bytes.append(contentsOf: text.dropFirst(overwritten).prefix(Self.limit - bytes.count))
        cursor = min(cursor + text.count, bytes.count)
    }

    /// Takes away what the line shows, for another drawing of it.
    mutating func erase(_ body: TerminalLines.Body) {
        isReturned = false
        cursor = 0
        guard !isBlank else { return bytes.removeAll(keepingCapacity: true) }
        bytes.withUnsafeBufferPointer { body($0, .redrawn, number) }
        swap(&bytes, &former)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func eraseRest(_ body: TerminalLines.Body) {
        if isReturned || cursor == 0 { erase(body) } else { bytes.removeSubrange(cursor...) }
    }

    mutating func complete(_ body: TerminalLines.Body) {
        (isBlank ? former : bytes).withUnsafeBufferPointer { body($0, .complete, number) }
        bytes.removeAll(keepingCapacity: true)
        former.removeAll(keepingCapacity: true)
        cursor = 0
        isReturned = false
    }

    /// Moves the cursor back by characters, of however many bytes.
    mutating func goBack(_ count: Int) {
        if isReturned { return }
        for _ in 0..<min(count, cursor) where cursor > 0 {
            cursor -= 1
            while cursor > 0, bytes[cursor] & 0xC0 == 0x80 { cursor -= 1 }
        }
        if cursor == 0, !bytes.isEmpty { isReturned = true }
    }

    mutating func goForward(_ count: Int, _ body: TerminalLines.Body) {
        if isReturned || cursor == bytes.count {
            let spaces = [UInt8](repeating: 0x20, count: min(count, 500))
            spaces.withUnsafeBufferPointer { write($0, body) }
        } else {
            cursor = min(cursor + count, bytes.count)
        }
    }

    mutating func go(to column: Int) {
        if column <= 1 { isReturned = true } else { cursor = min(column - 1, bytes.count) }
    }

    private var isBlank: Bool { bytes.allSatisfy { $0.isSpace } }
}
