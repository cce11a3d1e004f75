/// Words as a shell reads them back.
public enum ShellText {
    /// The words with spaces between them, in single quotes where one has a character that means something to a shell.
    public static func words(_ words: [String]) -> String {
        words.enumerated().map { index, word in
            // In front `x=1` sets a variable; `=x` means something to some shells.
            let isOption = index > 0 && word.first != "="
            return isOption && quoting(word.replacing("=", with: "")) == word.replacing("=", with: "")
                ? word : quoting(word)
        }.joined(separator: " ")
    }

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
