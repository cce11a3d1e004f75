/// Names and values, one a line, the values aligned.
struct FieldList {
    private var fields: [(name: String, value: String)] = []

    /// Text of any origin; what a terminal would obey is escaped. Without a value, nothing is added.
    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        fields.append((SafeText.escaping(name), SafeText.escapingLines(value)))
    }

    var text: String { text(for: .none) }

    /// The fields' lines, each with its end; further lines of a value are indented alike, and so is what goes beyond the
    /// terminal.
    func text(for terminal: Terminal) -> String {
        let width = fields.map { SafeText.width(of: $0.name) }.max() ?? 0
        let indent = String(repeating: " ", count: width + 2)
        return fields.map { field in
            let space = String(repeating: " ", count: width + 2 - SafeText.width(of: field.name))
            let lines = field.value.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
                terminal.width.map { WrappedText.lines(String(line), width: max(20, $0 - width - 2)) } ?? [String(line)]
            }
            return field.name + space + lines.joined(separator: "\n" + indent) + "\n"
        }.joined()
    }
}
