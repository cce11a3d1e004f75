/// JSON as Python's `json.dumps` writes it: spaces after `,` and `:`, ASCII alone, Python's digits.
enum PythonJSON {
    static func text(_ value: PythonValue) -> String {
        var json = ""
        append(value, to: &json)
        return json
    }

    private static func append(_ value: PythonValue, to json: inout String) {
        switch value {
        case .none: json += "null"
        case .bool(let value): json += value ? "true" : "false"
        case .int(let value): json += String(value)
        case .float(let value):
            if value.isFinite {
                json += PythonText.repr(value)
            } else {
                json += value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
            }
        case .text(let text): append(text, to: &json)
        case .list(let values):
            json += "["
            for (index, value) in values.enumerated() {
                if index > 0 { json += ", " }
                append(value, to: &json)
            }
            json += "]"
        case .mapping(let entries):
            json += "{"
            for (index, entry) in entries.enumerated() {
                if index > 0 { json += ", " }
                append(entry.key, to: &json)
                json += ": "
                append(entry.value, to: &json)
            }
            json += "}"
        }
    }

    private static func append(_ text: String, to json: inout String) {
        json += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case "\u{8}": json += "\\b"
            case "\u{C}": json += "\\f"
            case " "..."~": json.unicodeScalars.append(scalar)
            default:
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    let digits = String(unit, radix: 16)
                    json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        json += "\""
    }
}
