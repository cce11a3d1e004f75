import Settings

/// A value for one parameter.
struct Assignment: Hashable, Sendable {
    let parameter: ParameterPath
    let value: SettingValue
}

/// Where a parameter belongs in a configuration.
struct ParameterPath: Hashable, Sendable {
    /// The groups that it is nested in and its own name, which may be dotted.
    let keys: [String]
    /// All of them, dotted.
    let name: String
    /// How many dots the name has.
    let depth: Int

    init(_ parameter: String, in groups: [String]) {
        keys = groups + [parameter]
        name = keys.joined(separator: ".")
        depth = name.utf8.count { $0 == UInt8(ascii: ".") }
    }
}
