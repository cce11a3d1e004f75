import Analysis
import Foundation
public import Settings
public import Sweeps

/// What to call configurations that are shown together: only what differs, `adam, lr 0.01`.
///
/// A parameter whose values are all names goes by its value alone and comes first, with its options behind it:
/// `hyperbola rate 0.2`. Options of what is not varied itself stand together: `early_stopping patience 5`. What is not
/// written is not said; of alternatives only in what each departs from their base line, which goes by this name. Should
/// two configurations then be called the same, all names are written.
public struct ConfigurationLabels: Hashable, Sendable {
    private let names: [String]
    private let bare: Set<String>
    private let alternatives: Alternatives?

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
        let short = ConfigurationLabels(
            names: ordered, bare: named, alternatives: Alternatives(among: configurations, order: order))
        let labels = Dictionary(grouping: zip(configurations, settings)) {
            short.text(of: short.told($0.0), names: ordered)
        }
        self =
            labels.values.allSatisfy { Set($0.map(\.1)).count == 1 }
            ? short
            : ConfigurationLabels(names: Self.ordered(varying, first: named), bare: [], alternatives: nil)
    }

    private init(names: [String], bare: Set<String>, alternatives: Alternatives?) {
        self.names = names
        self.bare = bare
        self.alternatives = alternatives
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
    ///   - isRounded: whether numbers with very many digits lose some, as those of a random search.
    ///   - separator: between the settings; where a sentence names several configurations, a comma would not tell where
    ///     one ends.
    public func label(of group: [Configuration], isRounded: Bool = false, separator: String = ", ") -> String {
        guard let first = group.first else { return "" }
        let told = told(first).mapValues { isRounded ? $0.rounded : $0 }
        let label = text(of: told, names: common(group, isRounded), separator: separator)
        if !label.isEmpty { return label }
        let own = text(of: told, names: names, separator: separator)
        return (own.isEmpty ? standard : own) + (group.count == 1 ? "" : " and \(group.count - 1) more")
    }

    /// What all of the configurations have and others have not; empty if that is nothing.
    public func common(of group: [Configuration], isRounded: Bool = false) -> String {
        guard let first = group.first else { return "" }
        return text(of: told(first).mapValues { isRounded ? $0.rounded : $0 }, names: common(group, isRounded))
    }

    /// The names of what is the same in all of the group.
    private func common(_ group: [Configuration], _ isRounded: Bool) -> [String] {
        let settings = group.map { Self.settings(of: $0).mapValues { isRounded ? $0.rounded : $0 } }
        return names.filter { name in settings.allSatisfy { $0[name] == settings[0][name] } }
    }

    private static func settings(of configuration: Configuration) -> [String: SettingValue] {
        configuration.parametersByName
    }

    private func text(
        of settings: [String: SettingValue], names: [String], separator: String = ", "
    ) -> String {
        var parts: [(owner: String?, text: String)] = []
        for name in names {
            guard let value = settings[name] else { continue }
            if let owner = parts.last?.owner, name.hasPrefix(owner + ".") {
                parts[parts.count - 1].text += " \(name.dropFirst(owner.count + 1)) \(value.label)"
            } else if bare.contains(name) {
                parts.append((name, value.label))
            } else if let owner = Self.owner(of: name), !self.names.contains(owner) {
                parts.append((owner, "\(owner) \(name.dropFirst(owner.count + 1)) \(value.label)"))
            } else {
                parts.append((nil, "\(name) \(value.label)"))
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
    /// With four digits, where it is a number with more than six.
    fileprivate var rounded: SettingValue {
        guard case .double(let value) = self, description.count > 8 else { return self }
        return Double(String(format: "%.4g", value)).map { .number($0) } ?? self
    }

    /// As in a sweep file, exponents without leading zeros: `1e-5`.
    public var label: String {
        if case .double = self { description.replacing("e-0", with: "e-") } else { description }
    }
}
