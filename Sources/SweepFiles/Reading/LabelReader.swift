import Settings
import Sweeps

/// Reads `labels`: what configurations are called in tables and charts.
enum LabelReader {
    typealias Problem = SweepFileError.Problem

    private enum Key: String, CaseIterable {
        case condition = "where"
        case label
    }

    /// A longer label no legend and no table has room for.
    private static let mostCharacters = 80

    static func labels(_ node: YAMLNode) throws(Problem) -> [ConfigurationLabel] {
        var labels: [ConfigurationLabel] = []
        for (index, element) in try node.list("labels", of: "mappings, as {where: lr < 0.1, label: slow}").enumerated()
        {
            labels.append(try label(element, "labels[\(index)]"))
        }
        return labels
    }

    private static func label(_ node: YAMLNode, _ path: String) throws(Problem) -> ConfigurationLabel {
        var (condition, text): (String?, String?) = (nil, nil)
        for entry in try node.entries(path, of: "'where' and 'label'") {
            let place = "\(path).\(entry.key)"
            switch Key(rawValue: entry.key) {
            case .condition: condition = try entry.value.text(place)
            case .label: text = try words(entry.value, place)
            case nil: throw entry.problem(place, SettingError.unknown("key", entry.key, among: Key.names))
            }
        }
        guard let condition else { throw node.problem(path, "it needs 'where', which says whose label it is") }
        guard let text else { throw node.problem(path, "it needs 'label'") }
        return ConfigurationLabel(condition: condition, text: text)
    }

    private static func words(_ node: YAMLNode, _ path: String) throws(Problem) -> String {
        let text = try node.text(path)
        let isOneLine = !text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        guard isOneLine, text.contains(where: { !$0.isWhitespace }), text.count <= mostCharacters else {
            throw node.problem(path, "it must be one line of 1 to \(mostCharacters) characters")
        }
        return text
    }

    /// What is wrong in the conditions.
    ///
    /// - Parameter names: the hyperparameters; nil where they are not known.
    static func problems(in node: YAMLNode, names: [String]?) -> [Problem] {
        guard case .list(let elements) = node.content else { return [] }
        return elements.enumerated().compactMap { index, element in
            guard case .mapping(let entries) = element.content,
                let entry = entries.first(where: { $0.key == Key.condition.rawValue })
            else { return nil }
            do throws(Problem) {
                try ConditionReader.check(entry.value, path: "labels[\(index)].where", names: names)
                return nil
            } catch { return error }
        }
    }
}
