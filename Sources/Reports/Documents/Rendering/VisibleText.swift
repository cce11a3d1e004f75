import Settings

/// Text of any origin, as a document may show it.
enum VisibleText {
    /// The text on one line, with control characters and those that turn the direction of text written as escapes.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\t" || scalar == "\r" {
                visible += " "
            } else if isActive(scalar) {
                visible += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    /// The same for text of several lines, which keeps them.
    static func lines(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line(String($0)) }
            .joined(separator: "\n")
    }

    /// Pages may not hold the last two at all.
    private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isActive || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}
