/// The values of a run as a JSON array, so that SQLite can read them too.
///
/// Numbers are written with the shortest digits that read back to the same bits, and read back here rather than by
/// SQLite, whose conversion may miss by a bit. What JSON cannot say: `null` is not a number, `±9e999` is infinity.
enum ValueList {
    static func text(of values: [Double]) -> String {
        "[" + values.map(text).joined(separator: ",") + "]"
    }

    /// The values of a text that `text(of:)` wrote; nil if it is another.
    static func values(in text: String) -> [Double]? {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
        var values: [Double] = []
        for part in text.dropFirst().dropLast().split(separator: ",") {
            guard let value = part == "null" ? .nan : Double(part) else { return nil }
            values.append(value)
        }
        return values
    }

    private static func text(of value: Double) -> String {
        if value.isNaN { return "null" }
        if value.isInfinite { return value < 0 ? "-9e999" : "9e999" }
        return value.description
    }
}
