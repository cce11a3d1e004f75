import Analysis
public import Settings
public import Sweeps

/// What to call configurations that are shown together: only what differs, `adam, lr 0.01`.
///
/// A parameter whose values are all names goes by its value alone and comes first, with its options behind it:
/// `hyperbola rate 0.2`. Options of what is not varied itself stand together: `early_stopping patience 5`. What is not
/// written is not said; of alternatives only in what each departs from their base line, which goes by this name. Should
/// two configurations then be called the same, all names are written. Fractions have four digits, and more where they
/// would look alike.
public struct ConfigurationLabels: Hashable, Sendable {
    private let names: [String]
    private let bare: Set<String>
    private let alternatives: Alternatives?
    private let words: ParameterWords

    /// - Parameter order: names of parameters in the order in which they are to come.
    public init(_ configurations: [Configuration], order: [String] = []) {
        let settings = configurations.map(Self.settings)
        let varying = VaryingParameters(among: configurations, order: order).names
        let told = varying.filter { !Self.isImplied($0, among: varying, settings) }
        let named = Set(
            told.filter { name in
                settings.allSatisfy { ($0[name] ?? .string("")).text != nil } && Self.isAlone(name, among: varying)
            })
        let ordered = Self.ordered(told, first: named)
        let words = ParameterWords(settings)
        let short = ConfigurationLabels(
            names: ordered, bare: named, alternatives: Alternatives(among: configurations, order: order), words: words)
        let labels = Dictionary(grouping: zip(configurations, settings)) {
            short.text(of: short.told($0.0), names: ordered)
        }
        self =
            labels.values.allSatisfy { Set($0.map(\.1)).count == 1 }
            ? short
            : ConfigurationLabels(
                names: Self.ordered(varying, first: named), bare: [], alternatives: nil, words: words)
    }

    private init(names: [String], bare: Set<String>, alternatives: Alternatives?, words: ParameterWords) {
        self.names = names
        self.bare = bare
        self.alternatives = alternatives
        self.words = words
    }

    /// What a label says of a configuration, as far as its names go.
    private func told(_ configuration: Configuration) -> [String: SettingValue] {
        Self.settings(of: configuration).filter { name, value in
            configuration.defaults[name] == nil && (alternatives.map { $0.base[name] != value } ?? true)
        }
    }

    /// What goes by no setting of its own.
    private var standard: String { alternatives == nil ? "default" : "base line" }

    /// What the configurations of a group have in common and others have not; of a group of one, its label.
    ///
    /// - Parameters:
    ///   - isExact: whether numbers have all their digits, as machines read them.
    ///   - separator: between the settings; where a sentence names several configurations, a comma would not tell where
    ///     one ends.
    ///   - other: a hyperparameter that is said elsewhere, such as in a column of its own.
    public func label(
        of group: [Configuration], isExact: Bool = false, separator: String = ", ", besides other: String? = nil
    ) -> String {
        guard let first = group.first else { return "" }
        let told = told(first).filter { $0.key != other }
        let label = text(of: told, names: common(group), separator: separator, isExact: isExact)
        if !label.isEmpty { return label }
        let own = text(of: told, names: names, separator: separator, isExact: isExact)
        return (own.isEmpty ? standard : own) + (group.count == 1 ? "" : " and \(group.count - 1) more")
    }

    /// What all of the configurations have and others have not; empty if that is nothing.
    public func common(of group: [Configuration]) -> String {
        guard let first = group.first else { return "" }
        return text(of: told(first), names: common(group))
    }

    /// The names of what is the same in all of the group.
    private func common(_ group: [Configuration]) -> [String] {
        let settings = group.map(Self.settings)
        return names.filter { name in settings.allSatisfy { $0[name] == settings[0][name] } }
    }

    private static func settings(of configuration: Configuration) -> [String: SettingValue] {
        configuration.parametersByName
    }

    private func text(
        of settings: [String: SettingValue], names: [String], separator: String = ", ", isExact: Bool = false
    ) -> String {
        var parts: [(owner: String?, text: String)] = []
        for name in names {
            guard let value = settings[name] else { continue }
            let label = isExact ? value.label : words.text(value, of: name)
            if let owner = parts.last?.owner, name.hasPrefix(owner + ".") {
                parts[parts.count - 1].text += " \(name.dropFirst(owner.count + 1)) \(label)"
            } else if bare.contains(name) {
                parts.append((name, label))
            } else if let owner = Self.owner(of: name), !self.names.contains(owner) {
                parts.append((owner, "\(owner) \(name.dropFirst(owner.count + 1)) \(label)"))
            } else {
                parts.append((nil, "\(name) \(label)"))
            }
        }
        return parts.map(\.text).joined(separator: separator)
    }

    /// The name of the setting that an option belongs to.
    private static func owner(of name: String) -> String? { name.lastIndex(of: ".").map { String(name[..<$0]) } }

    /// Whether no other option of the same setting varies.
    private static func isAlone(_ name: String, among varying: [String]) -> Bool {
        guard let owner = owner(of: name), !varying.contains(owner) else { return true }
        return !varying.contains { $0 != name && Self.owner(of: $0) == owner }
    }

    /// Whether an option is one name wherever it is set, and a number of the same setting is set exactly there.
    private static func isImplied(
        _ name: String, among varying: [String], _ settings: [[String: SettingValue]]
    ) -> Bool {
        let values = Set(settings.compactMap { $0[name] })
        guard let owner = owner(of: name), values.count == 1, values.first?.text != nil else { return false }
        return varying.contains { other in
            other != name && Self.owner(of: other) == owner
                && settings.allSatisfy { ($0[name] == nil) == ($0[other] == nil) }
                && settings.contains { $0[other].map { $0.text == nil } ?? false }
        }
    }

    /// Each named parameter with its options behind it, then the others.
    private static func ordered(_ names: [String], first: Set<String>) -> [String] {
        func owner(_ name: String) -> String? { first.filter { name.hasPrefix($0 + ".") }.max() }
        let leading = names.filter { first.contains($0) && owner($0) == nil }
        let families = leading.flatMap { leader in [leader] + names.filter { $0.hasPrefix(leader + ".") } }
        return families + names.filter { !families.contains($0) }
    }
}

extension SettingValue {
    /// As in a sweep file, with all digits, exponents without leading zeros: `1e-5`.
    public var label: String {
        if case .double = self { description.replacing("e-0", with: "e-") } else { description }
    }
}
