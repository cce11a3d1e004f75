import Datasets
public import Settings
import Tensors

/// Errors in files that a setting names.
public enum WorkloadError {
    /// The error as one about the setting that names the file, so that its place in the sweep file can be said too; nil
    /// where `error` is of another kind.
    public static func settingError(for error: any Error, in settings: [String: SettingValue]) -> SettingError? {
        switch error {
        case let error as DataError: about("data", error, in: settings)
        case let error as SafetensorsError: about("init", error, in: settings)
        default: nil
        }
    }

    private static func about(
        _ name: String, _ error: any InputError, in settings: [String: SettingValue]
    ) -> SettingError {
        let words = error.description
        return SettingError(
            path: name, value: settings[name], rule: words.hasSuffix(".") ? String(words.dropLast()) : words)
    }
}
