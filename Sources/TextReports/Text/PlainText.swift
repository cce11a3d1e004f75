import Foundation

/// The signs of our own words for terminals and pipes whose locale has ASCII alone, as with `LC_ALL=C`.
///
/// Files and answers for machines are always UTF-8, and letters of users' names stay what they are.
public enum PlainText {
    /// Whether the process's locale asks for it.
    static let isWanted = isWanted(ProcessInfo.processInfo.environment)

    /// By the first of the variables that is set, as POSIX has it. Where none is, as in many containers, what shows the
    /// output mostly knows UTF-8.
    static func isWanted(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let locale = locale?.lowercased() else { return false }
        return !locale.contains("utf-8") && !locale.contains("utf8")
    }

    /// The text as the process's locale can show it.
    public static func shown(_ text: String) -> String { isWanted ? ascii(text) : text }

    /// The text with `...` for `…`, `10^-5` for `10⁻⁵`, and so on.
    static func ascii(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 > 127 }) else { return text }
        var plain = ""
        var isRaised = false
        for scalar in text.unicodeScalars {
            if let raised = raisedSigns[scalar] {
                plain += (isRaised ? "" : "^") + raised
                isRaised = true
                continue
            }
            isRaised = false
            if let sign = signs[scalar] { plain += sign } else { plain.unicodeScalars.append(scalar) }
        }
        return plain
    }

    private static let signs: [Unicode.Scalar: String] = [
        "…": "...", "–": "-", "—": "-", "−": "-", "×": "x", "±": "+-", "≈": "~", "≤": "<=", "≥": ">=", "→": "->",
        "←": "<-",
        "∞": "inf", "·": "*", "µ": "u", "▸": ">", "━": "=", "─": "-", "✓": "+", "✕": "x", "“": "\"", "”": "\"",
        "‘": "'",
        "’": "'", "•": "*", "\u{a0}": " ",
    ]

    private static let raisedSigns: [Unicode.Scalar: String] = [
        "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    ]
}
