import Settings

/// Records of comma-separated values, quoted as RFC 4180 says; lines end in a line feed.
enum CSVText {
    /// One record with its line's end.
    static func record(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\n"
    }

    /// All digits, so that it reads back to the same bits; `nan`, `inf` and `-inf` for what is no finite number.
    static func number(_ value: Double?) -> String { value.map(\.description) ?? "" }

    /// A setting as a person would write it; null is empty.
    static func setting(_ value: SettingValue?) -> String {
        guard let value, value != .null else { return "" }
        return value.description
    }

    private static func field(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard needsQuotes || text.first == " " || text.last == " " else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
