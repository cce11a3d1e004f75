import Foundation

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
        DistinctLabels([string]) { width($0, size: size, isBold: isBold) <= room + 1e-6 }.texts[0]
    }

    /// Labels that are shown together, each in at most `most` lines of `room` points, cut so that they stay different;
    /// their numbers are as those of axes, `10⁻⁵`.
    func fitted(_ labels: [String], size: Double, to room: Double, most: Int = 1) -> [[String]] {
        let distinct = DistinctLabels(labels.map(TypesetNumber.words)) {
            lines(of: $0, size: size, to: room, most: most) != nil
        }
        return distinct.texts.map { lines(of: $0, size: size, to: room, most: most) ?? [$0] }
    }

    /// The label broken after commas where that is enough, so that `lr 0.1` stays in one piece; nil if it has no room.
    private func lines(of label: String, size: Double, to room: Double, most: Int) -> [String]? {
        if width(label, size: size) <= room + 1e-6 { return [label] }
        if most == 1 { return nil }
        let parts = label.components(separatedBy: ", ")
        let pieces = parts.enumerated().map { $0.offset < parts.count - 1 ? $0.element + "," : $0.element }
        for words in [pieces, label.split(separator: " ").map(String.init)] {
            let lines = filled(words, size: size, to: room, most: .max)
            if lines.count <= most, lines.allSatisfy({ width($0, size: size) <= room + 1e-6 }) { return lines }
        }
        return nil
    }

    /// The text in at most `most` lines of `room` points, broken between words; what is left over is shortened.
    func wrapped(_ string: String, size: Double, isBold: Bool = false, to room: Double, most: Int) -> [String] {
        let words = string.split { $0 == " " || $0.isNewline }.map(String.init)
        return filled(words, size: size, isBold: isBold, to: room, most: most).map {
            shortened($0, size: size, isBold: isBold, to: room)
        }
    }

    /// As many words in each line as it has room for, at least one, and in the last all that are left.
    private func filled(
        _ words: [String], size: Double, isBold: Bool = false, to room: Double, most: Int
    ) -> [String] {
        var words = words[...]
        var lines: [String] = []
        while let first = words.first, lines.count < most {
            if lines.count == most - 1 {
                lines.append(words.joined(separator: " "))
                break
            }
            words.removeFirst()
            var line = first
            while let word = words.first, width(line + " " + word, size: size, isBold: isBold) <= room + 1e-6 {
                line += " " + word
                words.removeFirst()
            }
            lines.append(line)
        }
        return lines
    }
}
