import GRDB
import Settings
import Sweeps

extension [ConfigurationLabel] {
    /// As the column `labels` of `sweeps` holds them.
    ///
    /// - Throws: a `DatabaseError` that says the store is damaged, where it is no such list.
    init(json: String) throws {
        guard case .list(let list)? = try? SettingValue(json: json), case let labels = list.compactMap(Self.label),
            labels.count == list.count
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a sweep's 'labels' are no labels") }
        self = labels
    }

    var json: String {
        let list = map { SettingValue.mapping(["where": .string($0.condition), "label": .string($0.text)]) }
        return SettingValue.list(list).canonicalJSON
    }

    private static func label(_ stored: SettingValue) -> ConfigurationLabel? {
        guard let entries = stored.asMapping, let condition = entries["where"]?.text, let text = entries["label"]?.text
        else { return nil }
        return ConfigurationLabel(condition: condition, text: text)
    }
}
