import Datasets
public import Settings
public import Sweeps

extension Workload {
    /// What settings come to that a configuration does not name: of `names`, dotted, those that have a default there, such
    /// as the learning rate of its optimizer. What stands for nothing at all, such as no clipping, is the text `none`.
    ///
    /// They are the same readers that trainings read their settings with, so it cannot be anything else. The data are
    /// looked at only where `names` asks for what depends on them, and missing data leave that out; a configuration that
    /// could not be trained has no defaults.
    public static func defaults(
        of configuration: Configuration, among names: Set<String>, folder: String, cache: WorkloadCache
    ) -> [String: SettingValue] {
        let record = SettingRecord()
        guard let settings = try? WorkloadSettings(configuration.settings, folder: folder, record: record) else {
            return [:]
        }
        var values = record.values
        values["loss"] = nil
        if names.contains(where: { $0.hasPrefix("data.") }) {
            let record = SettingRecord()
            if (try? DataSettings(settings.data, folder: folder, record: record)) != nil {
                values.merge(record.values) { first, _ in first }
            }
        }
        if names.contains(where: { $0 == "loss" || $0.hasPrefix("loss.") }) {
            let record = SettingRecord()
            if let data = try? cache.data.summary(of: cache.dataSettings(settings.data, folder: folder)),
                (try? settings.loss(for: data, record: record)) != nil
            {
                values.merge(record.values) { $1 }
            }
        }
        let written = configuration.parametersByName
        return values.filter { names.contains($0.key) && written[$0.key] == nil }
    }
}
