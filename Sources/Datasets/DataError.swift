public import Settings

/// Data that cannot be used: where in which file, what is there, and the rule that it breaks.
public struct DataError: InputError, Hashable, Sendable {
    /// The file or folder, or the name of a built-in data set.
    public let path: String
    /// The line in the file, counted from 1 (the header's).
    public let line: Int?
    /// The name of the column.
    public let column: String?
    /// The name of an array in the file, or of an element of it: `y[17]`.
    public let array: String?
    /// What is there, as it is written.
    public let value: String?
    /// A clause without its full stop: `it must be a number`.
    public let rule: String

    public init(
        path: String, line: Int? = nil, column: String? = nil, array: String? = nil, value: String? = nil,
        rule: String
    ) {
        self.path = path
        self.line = line
        self.column = column
        self.array = array
        self.value = value
        self.rule = rule
    }
}

extension DataError {
    /// `data/iris.csv:7: column 'species' is ''; a value is missing.`; long values are cut after 40 characters.
    public var description: String {
        var text = path
        if let line { text += ":\(line)" }
        text += ": "
        let part = column.map { "column '\($0)'" } ?? array.map { "array '\($0)'" }
        if let part { text += part }
        if let value {
            text += (part == nil ? "" : " is ") + "'\(value.count > 40 ? value.prefix(40) + "…" : value)'; "
        } else if part != nil {
            text += ": "
        }
        return text + rule + (rule.hasSuffix("?") ? "" : ".")
    }
}
