import Settings

/// A value for one parameter, which may be dotted.
struct Assignment: Hashable, Sendable {
    let name: String
    let value: SettingValue

    /// How many dots its name has.
    var depth: Int { name.utf8.count { $0 == UInt8(ascii: ".") } }
}
