/// Fits text into the room there is.
public struct Typesetter {
    let theme: Theme
    let measure: (Text) -> Double

    /// From one line's base line to the next, as a multiple of the text's size.
    static let lineSpacing = 1.3
    /// From a line's top to its base line.
    static let ascent = 1.0
    /// From a line's base line to the middle of its lower-case letters and digits, about.
    static let middle = 0.35

    func width(_ string: String, size: Double, isBold: Bool = false) -> Double {
        measure(Text(string, size: size, isBold: isBold, color: theme.ink))
    }

    func width(_ runs: [Text.Run], size: Double) -> Double {
        measure(Text(runs: runs, size: size, color: theme.ink))
    }

    /// Text over what is drawn, on a piece of paper that lets little through.
    func onPaper(_ text: Text, _ place: TextPlace) -> [Primitive] {
        let (width, margin) = (measure(text), 1.5)
        if text.plain.isEmpty { return [] }
        let left =
            switch place.alignment {
            case .leading: place.origin.x
            case .centre: place.origin.x - width / 2
            case .trailing: place.origin.x - width
            }
        let paper = Rectangle(
            left: left - margin, top: place.origin.y - text.size * 0.9, width: width + 2 * margin,
            height: text.size * 1.15)
        return [.rectangle(paper, theme.paper.withOpacity(0.85)), .text(text, place)]
    }

    /// The text, with as much of its middle left out as `room` asks for: names differ at their ends.
    func shortened(_ string: String, size: Double, isBold: Bool = false, to room: Double) -> String {
        // What has exactly the room that it asked for fits, whatever rounding made of the two.
        let room = room + 1e-6
        if width(string, size: size, isBold: isBold) <= room { return string }
        let characters = Array(string)
        func without(_ count: Int) -> String {
            let kept = characters.count - count
            let head = kept - kept / 2
            return String(characters[..<head]) + "…" + String(characters[(head + count)...])
        }
        var (enough, tooFew) = (characters.count, 0)
        while enough - tooFew > 1 {
            let half = (enough + tooFew) / 2
            if width(without(half), size: size, isBold: isBold) <= room { enough = half } else { tooFew = half }
        }
        return without(enough)
    }

    /// The text in at most `most` lines of `room` points, broken between words; what is left over is shortened.
    func wrapped(_ string: String, size: Double, isBold: Bool = false, to room: Double, most: Int) -> [String] {
        // What has exactly the room that it asked for fits, whatever rounding made of the two.
        let room = room + 1e-6
        var words = string.split { $0 == " " || $0.isNewline }.map(String.init)[...]
        var lines: [String] = []
        while let first = words.first, lines.count < most {
            if lines.count == most - 1 {
                lines.append(words.joined(separator: " "))
                break
            }
            words.removeFirst()
            var line = first
            while let word = words.first, width(line + " " + word, size: size, isBold: isBold) <= room {
                line += " " + word
                words.removeFirst()
            }
            lines.append(line)
        }
        return lines.map { shortened($0, size: size, isBold: isBold, to: room) }
    }
}
