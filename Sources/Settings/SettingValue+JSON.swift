extension SettingValue {
    /// The value as JSON in one canonical form: names sorted, no spaces, the shortest digits that read back the same.
    ///
    /// Numbers that JSON cannot say are written as the strings `"nan"`, `"inf"` and `"-inf"`.
    public var canonicalJSON: String {
        var json = ""
        write(to: &json)
        return json
    }

    private func write(to json: inout String) {
        switch self {
        case .null: json += "null"
        case .bool(let value): json += value ? "true" : "false"
        case .int(let value): json += String(value)
        case .double(let value): json += value.isFinite ? value.description : "\"\(value)\""
        case .string(let text): JSONText.append(text, to: &json)
        case .list(let values):
            json += "["
            for (index, value) in values.enumerated() {
                if index > 0 { json += "," }
                value.write(to: &json)
            }
            json += "]"
        case .mapping(let entries):
            json += "{"
            for (index, key) in entries.keys.sorted().enumerated() {
                if index > 0 { json += "," }
                JSONText.append(key, to: &json)
                json += ":"
                entries[key]?.write(to: &json)
            }
            json += "}"
        }
    }
}

/// JSON's way of writing text.
public enum JSONText {
    /// Appends `text` in quotation marks, with what JSON forbids inside them escaped.
    public static func append(_ text: String, to json: inout String) {
        json += "\""
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            // One piece is several times as fast as scalar by scalar, and nearly all text is plain.
            json += text
            json += "\""
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        json += "\""
    }
}

extension SettingValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([SettingValue].self) {
            self = .list(value)
        } else {
            self = .mapping(try container.decode([String: SettingValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .mapping(let value): try container.encode(value)
        }
    }
}
