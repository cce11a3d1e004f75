/// Text broken into lines.
enum WrappedText {
    /// Lines of at most `width` columns, broken between words, and within those that are longer; at least one line.
    static func lines(_ text: String, width: Int) -> [String] {
        guard SafeText.width(of: text) > width else { return [text] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            for piece in pieces(word, width: width) {
                // Only a word's own pieces follow each other without a space, and those fill their lines.
                if !line.isEmpty, used + 1 + piece.width > width {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                if !line.isEmpty { (line, used) = (line + " ", used + 1) }
                (line, used) = (line + piece.text, used + piece.width)
            }
        }
        return lines + [line]
    }

    private static func pieces(_ word: Substring, width: Int) -> [(text: String, width: Int)] {
        var pieces = [(text: "", width: 0)]
        for character in word {
            let own = SafeText.width(of: String(character))
            if pieces[pieces.count - 1].width + own > width, !pieces[pieces.count - 1].text.isEmpty {
                pieces.append(("", 0))
            }
            pieces[pieces.count - 1].text.append(character)
            pieces[pieces.count - 1].width += own
        }
        return pieces
    }
}
