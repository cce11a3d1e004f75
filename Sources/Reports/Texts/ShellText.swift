/// Words as a shell reads them back.
public enum ShellText {
    /// The words with spaces between them, in single quotes where one has a character that means something to a shell.
    public static func words(_ words: [String]) -> String { words.map(quoting).joined(separator: " ") }

    public static func quoting(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", ",", "+", "@", "%": true
            default: scalar.value > 0x7F && !scalar.properties.isWhitespace
            }
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
    }
}
