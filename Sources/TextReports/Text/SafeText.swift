import Settings

/// Text of users' and programs' as a terminal may show it.
public enum SafeText {
    /// The text with what a terminal would obey rather than show written as an escape: control characters and those
    /// that turn the direction of text.
    public static func escaping(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isActive) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": safe += "\\n"
            case "\r": safe += "\\r"
            case "\t": safe += "\\t"
            case _ where scalar.isActive: safe += "\\u{\(String(scalar.value, radix: 16))}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// As `escaping`, but text of several lines keeps them.
    public static func escapingLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaping(String($0)) }
            .joined(separator: "\n")
    }

    /// Text of several lines as one, for a row of a table.
    public static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }

    /// How many columns of a terminal the text takes: two for East Asian wide characters and emoji.
    static func width(of text: String) -> Int {
        text.reduce(0) { width, character in
            width + (character.unicodeScalars.first.map(isWide) == true ? 2 : 1)
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
