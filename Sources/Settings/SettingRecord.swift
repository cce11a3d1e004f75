import Synchronization

/// What readers have read of settings, by dotted path: as it is written, or what stands for it where nothing is.
///
/// The name of a mapping goes by the mapping's own path: `optimizer` for the `name` of `{name: adam, eps: 1e-8}`, whose
/// other entry is `optimizer.eps`.
public final class SettingRecord: Sendable {
    /// What a setting at the top stands for that is neither written nor has a default, such as gradient clipping.
    public static let none = "none"

    private let entries = Mutex<[String: SettingValue]>([:])

    public init() {}

    public var values: [String: SettingValue] { entries.withLock { $0 } }

    func note(_ path: String, _ value: SettingValue) {
        let owner = path.hasSuffix(".name") ? String(path.dropLast(".name".count)) : path
        entries.withLock { $0[owner] = value }
    }
}
