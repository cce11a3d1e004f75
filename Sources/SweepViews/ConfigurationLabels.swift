public import Analysis
import Settings
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
    private let parts: Parts
    private let words: ParameterWords
    /// What the sweep's file calls single configurations; those of one name with what tells them apart behind it.
    private var given: [Configuration: String] = [:]

    /// - Parameters:
    ///   - order: names of parameters in the order in which they are to come.
    ///   - part: as without given labels.
    ///   - given: what the sweep's file calls some of them.
    public init(
        _ configurations: [Configuration], order: [String] = [], within part: String? = nil, given: GivenLabels
    ) {
        self.init(configurations, order: order, within: part)
        let labels = given.of(configurations)
        if labels.isEmpty { return }
        let others = Set(configurations.filter { labels[$0] == nil }.map { label(of: [$0]) })
        var seen: Set<Configuration> = []
        let labelled = configurations.filter { labels[$0] != nil && seen.insert($0).inserted }
        for (text, members) in Dictionary(grouping: labelled, by: { labels[$0] ?? "" }) {
            // Others of that name are told apart from it even where they are not shown.
            let all = given.configurations(called: text)
            let inner = all.count > 1 ? ConfigurationLabels(all, order: order, within: part) : self
            let isOwn = all.count == 1 && !others.contains(text)
            for member in members { self.given[member] = isOwn ? text : "\(text) (\(inner.label(of: [member])))" }
        }
    }

    /// The divisions of the configurations, such as the sweeps that they are of; one where nothing divides them.
    private struct Parts: Hashable {
        /// What is said of one of them.
        struct Part: Hashable {
            /// What is the same in all of it, and so is not told.
            var shared: [String: SettingValue] = [:]
            /// Where each of its configurations departs from a base line in one thing.
            var alternatives: Alternatives?
            /// How many configurations it has.
            var count = 0
        }

        /// What divides them; nil where nothing does.
        let name: String?
        private var parts: [SettingValue?: Part] = [:]

        init(_ name: String?, _ configurations: [Configuration], order: [String]) {
            self.name = name
            for (value, members) in Dictionary(grouping: configurations, by: { Self.value(of: name, $0) }) {
                parts[value] = Part(
                    shared: name.map { Self.shared(by: members, besides: $0) } ?? [:],
                    alternatives: Alternatives(among: members, order: order), count: Set(members).count)
            }
        }

        subscript(configuration: Configuration) -> Part {
            parts[Self.value(of: name, configuration)] ?? Part()
        }

        /// The same with no base lines.
        var withoutAlternatives: Parts {
            var result = self
            for value in parts.keys { result.parts[value]?.alternatives = nil }
            return result
        }

        /// The configuration without what is the same in all of its part.
        func told(_ configuration: Configuration) -> Configuration {
            let shared = self[configuration].shared
            if shared.isEmpty { return configuration }
            let defaults = configuration.defaults
            var told = Configuration()
            for (name, value) in configuration.parameters where shared[name] != value && defaults[name] == nil {
                told.set(name, value)
            }
            return told.with(defaults: defaults.filter { shared[$0.key] != $0.value })
        }

        private static func value(of name: String?, _ configuration: Configuration) -> SettingValue? {
            name.flatMap { configuration[$0] }
        }

        private static func shared(by members: [Configuration], besides name: String) -> [String: SettingValue] {
            var shared = members.first?.parametersByName ?? [:]
            for member in members.dropFirst() {
                let own = member.parametersByName
                shared = shared.filter { own[$0.key] == $0.value }
            }
            shared[name] = nil
            return shared
        }
    }

    /// - Parameters:
    ///   - order: names of parameters in the order in which they are to come.
    ///   - part: the name of what divides the configurations, if anything does: the sweep that each is of. What all of a
    ///     part have in common is not told.
    public init(_ configurations: [Configuration], order: [String] = [], within part: String? = nil) {
        let parts = Parts(part, configurations, order: order)
        let shown = configurations.map(parts.told)
        let settings = shown.map(\.parametersByName)
        let varying = VaryingParameters(among: shown, order: order).names
        let told = varying.filter { !Self.isImplied($0, among: varying, settings) }
        let named = Set(
            told.filter { name in
                settings.allSatisfy { ($0[name] ?? .string("")).text != nil } && Self.isAlone(name, among: varying)
            })
        let ordered = Self.ordered(told, first: named)
        let words = ParameterWords(settings)
        let short = ConfigurationLabels(names: ordered, bare: named, parts: parts, words: words)
        let labels = Dictionary(grouping: zip(configurations, settings)) {
            short.text(of: short.told($0.0), names: ordered)
        }
        self =
            labels.values.allSatisfy { Set($0.map(\.1)).count == 1 }
            ? short
            : ConfigurationLabels(
                names: Self.ordered(varying, first: named), bare: [], parts: parts.withoutAlternatives, words: words)
    }

    private init(names: [String], bare: Set<String>, parts: Parts, words: ParameterWords) {
        self.names = names
        self.bare = bare
        self.parts = parts
        self.words = words
    }

    /// What a label says of a configuration, as far as its names go.
    private func told(_ configuration: Configuration) -> [String: SettingValue] {
        let alternatives = parts[configuration].alternatives
        return settings(of: configuration).filter { name, value in
            configuration.defaults[name] == nil
                && (name == parts.name || alternatives.map { $0.base[name] != value } ?? true)
        }
    }

    /// What goes by no setting of its own; nil for the only configuration of a part, which goes by that.
    private func standard(_ configuration: Configuration) -> String? {
        let part = parts[configuration]
        if let name = parts.name, names.contains(name), part.count == 1 { return nil }
        return part.alternatives == nil ? "default" : "base line"
    }

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
        if group.count == 1, let text = given[group[0]] { return text }
        guard let first = group.first else { return "" }
        let told = told(first).filter { $0.key != other }
        let label = text(of: told, names: common(group), separator: separator, isExact: isExact)
        if group.count > 1, !label.isEmpty { return label }
        let hasOwn = names.contains { $0 != parts.name && told[$0] != nil }
        let own = [
            text(of: told, names: names, separator: separator, isExact: isExact), hasOwn ? nil : standard(first),
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: separator)
        return own + (group.count == 1 ? "" : " and \(group.count - 1) more")
    }

    /// What the sweep's file calls a configuration; nil where it says nothing of it.
    public func given(of configuration: Configuration) -> String? { given[configuration] }

    /// What labels tell: the names of what differs.
    public var parameterNames: [String] { names }

    /// The value of one parameter in the words of labels, though a label may leave it out since all of its part share it;
    /// nil where the configuration has none.
    public func value(of name: String, in configuration: Configuration) -> String? {
        configuration.parametersByName[name].map { words.text($0, of: name) }
    }

    /// What all of the configurations have and others have not; empty if that is nothing.
    public func common(of group: [Configuration]) -> String {
        guard let first = group.first else { return "" }
        return text(of: told(first), names: common(group))
    }

    /// The names of what is the same in all of the group; not of options whose setting is not.
    private func common(_ group: [Configuration]) -> [String] {
        let settings = group.map { self.settings(of: $0) }
        let same = Set(names.filter { name in settings.allSatisfy { $0[name] == settings[0][name] } })
        return names.filter { name in
            same.contains(name) && Self.owner(of: name).map { !names.contains($0) || same.contains($0) } ?? true
        }
    }

    private func settings(of configuration: Configuration) -> [String: SettingValue] {
        parts.told(configuration).parametersByName
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
