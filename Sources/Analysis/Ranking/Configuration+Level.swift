import Settings
import Sweeps

extension Configuration {
    /// What a hyperparameter is here, or all options of one that goes by no name, such as `early_stopping`; nil where it
    /// has none.
    func level(of parameter: String) -> SettingValue? {
        let parameters = parametersByName
        if let value = parameters[parameter] { return value }
        let prefix = parameter + "."
        let options = parameters.filter { $0.key.hasPrefix(prefix) }
        if options.isEmpty { return nil }
        return .mapping(
            Dictionary(uniqueKeysWithValues: options.map { (String($0.key.dropFirst(prefix.count)), $0.value) }))
    }
}

extension SettingValue {
    /// As people write a level: `adam`, or of several options `patience 5 restore_best true`.
    var levelLabel: String {
        guard case .mapping(let options) = self, !options.isEmpty else { return label }
        return options.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.label)" }.joined(separator: " ")
    }
}
