public import Settings

/// How a training is optimized: what `optimizer:` in a sweep file says, read.
public struct OptimizerMethod: Sendable {
    public let kind: OptimizerKind
    public let rule: any OptimizerRule

    /// Reads `name` and the options of that kind: `optimizer: adam` or `optimizer: {name: adam, betas: [0.8, 0.99]}`.
    public init(_ reader: inout SettingReader) throws(SettingError) {
        kind = try OptimizerKind(&reader)
        rule = try kind.makeRule(&reader)
    }
}

extension OptimizerKind {
    /// Reads the entry `name`.
    init(_ reader: inout SettingReader) throws(SettingError) {
        guard let value = reader.value("name") else {
            throw reader.error("name", nil, "it is missing; there are: \(Self.names.joined(separator: ", "))")
        }
        guard let kind = value.text.flatMap(Self.init(rawValue:)) else {
            throw reader.error("name", value, SettingError.unknown("optimizer", value.description, among: Self.names))
        }
        self = kind
    }
}
