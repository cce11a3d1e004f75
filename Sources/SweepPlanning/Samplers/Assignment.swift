import Settings

/// A value for one parameter, which may be dotted.
struct Assignment: Hashable, Sendable {
    let name: String
    let value: SettingValue
}
