/// A terminal's escape sequence while it is read (ECMA-48), from the byte after ESC on.
struct EscapeSequence {
    /// What a sequence asks for, where it matters to what a line shows.
    enum Move {
        case up(Int)
        case down(Int)
        case left(Int)
        case right(Int)
        /// Counted from 1.
        case column(Int)
        case eraseRest
        case eraseLine
        /// The whole screen.
        case clear
    }

    private enum State {
        case closed, begun, control, text, textEscape, oneMore
    }

    private var state = State.closed
    private var number = 0
    /// Bytes of a sequence; one that is too long is none.
    private var count = 0

    var isOpen: Bool { state != .closed }

    mutating func open() {
        (state, number, count) = (.begun, 0, 0)
    }

    /// Gives a sequence up that has no end.
    mutating func close() { state = .closed }

    /// Reads the next byte of an open sequence; what it asks for, once it is whole.
    mutating func take(_ byte: UInt8) -> Move? {
        count += 1
        if count > 4096 {
            close()
            return nil
        }
        switch state {
        case .closed: return nil
        case .begun: begin(byte)
        case .control: return control(byte)
        case .text:
            if byte == 0x07 { state = .closed } else if byte == 0x1B { state = .textEscape }
        case .textEscape, .oneMore: state = .closed
        }
        return nil
    }

    private mutating func begin(_ byte: UInt8) {
        state =
            switch byte {
            case UInt8(ascii: "["): .control
            case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): .text
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"), UInt8(ascii: "%"): .oneMore
            default: .closed
            }
    }

    private mutating func control(_ byte: UInt8) -> Move? {
        if byte.isDigit {
            number = min(number * 10 + Int(byte - 0x30), 10_000)
            return nil
        }
        if (0x20..<0x40).contains(byte) { return nil }
        state = .closed
        let times = max(1, number)
        return switch byte {
        case UInt8(ascii: "A"), UInt8(ascii: "F"): .up(times)
        case UInt8(ascii: "B"), UInt8(ascii: "E"): .down(times)
        case UInt8(ascii: "C"): .right(times)
        case UInt8(ascii: "D"): .left(times)
        case UInt8(ascii: "G"): .column(times)
        case UInt8(ascii: "K"): number == 2 ? .eraseLine : number == 0 ? .eraseRest : nil
        case UInt8(ascii: "J"): number >= 2 ? .clear : nil
        default: nil
        }
    }
}
