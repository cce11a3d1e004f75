import Optimizers
import Settings
import Training

/// The setting `param_groups`: which parameters are trained unlike the others.
enum ParameterGroupSettings {
    static func rules(
        _ reader: inout SettingReader, _ kind: OptimizerKind
    ) throws(SettingError) -> [ParameterGroupRule] {
        let value = reader.value("param_groups", default: [])
        guard case .list(let elements) = value else {
            throw reader.error("param_groups", value, "it must be a list of mappings with a 'match' each")
        }
        var rules: [ParameterGroupRule] = []
        for (index, element) in elements.enumerated() {
            let path = "param_groups[\(index)]"
            guard case .mapping(let entries) = element else {
                throw reader.error(path, element, "it must be a mapping with a 'match'")
            }
            var group = SettingReader(entries, path: path)
            rules.append(try rule(&group, kind))
        }
        return rules
    }

    private static func rule(
        _ reader: inout SettingReader, _ kind: OptimizerKind
    ) throws(SettingError) -> ParameterGroupRule {
        guard let match = try reader.text("match") else {
            throw reader.error("match", nil, "it is missing: a pattern for names such as layers.0.weight")
        }
        var rule = ParameterGroupRule(match: match)
        rule.learningRateScale = try reader.number("lr_scale", default: 1, .positive)
        rule.weightDecay = try reader.value("weight_decay") == nil ? nil : kind.weightDecay(&reader)
        rule.isFrozen = try reader.bool("frozen", default: false)
        if var options = try reader.mapping("decay") {
            rule.decay = try LearningRateDecay(&options)
        }
        try reader.finish()
        return rule
    }
}
