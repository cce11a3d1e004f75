import Settings
public import Sweeps

/// That not all configurations of a ranking can be compared, since the objective measures another thing in some: losses of
/// different kinds, or accuracies on different dev sets.
public struct Comparability: Hashable, Sendable {
    /// Configurations that can be compared with each other.
    public struct Part: Hashable, Sendable {
        /// `loss mse`
        public let label: String
        /// Entries of the ranking, the best first; all have a value.
        public let members: [Int]
    }

    /// The label beside a configuration's hyperparameters that says on which version of its data it was trained.
    public static let dataLabel = "data version"

    public let metric: String
    /// The settings that say what is measured, and vary.
    public let settings: [String]
    /// Whether there are trials on several versions of the same data.
    public let hasDataVersions: Bool
    /// Two or more, in the order in which their first configurations came.
    public let parts: [Part]
    /// The one of `settings` by whose values the parts differ, each by one; nil where it takes several, or versions of data.
    public let divider: String?

    /// Nil where all can be compared.
    ///
    /// - Parameter results: those that have a value, by number; members of parts are their places.
    init?(of results: [ConfigurationResult], by metric: MetricDefinition) {
        let table = Self.table(of: results)
        let changed = DataVersions(results.map { ($0.configuration, $0.data) }).changed
        settings = metric.obstacles(among: VaryingParameters(among: results.map(\.configuration)).names).filter {
            name in
            Set(table.map { $0[name] }).count > 1
        }
        hasDataVersions = !changed.isEmpty
        self.metric = metric.name
        var order: [[String?]] = []
        var members: [[String?]: [Int]] = [:]
        for (place, result) in results.enumerated() {
            let values = settings.map { table[place][$0]?.label }
            let key = values + [changed.contains(result.data) ? result.dataVersion : nil]
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(place)
        }
        guard order.count > 1 else { return nil }
        let settings = settings
        parts = order.map { Part(label: Self.label(of: $0, settings), members: members[$0] ?? []) }
        divider =
            hasDataVersions
            ? nil : settings.first { name in Set(table.map { $0[name] }).count == order.count }
    }

    /// Each configuration's settings by name; the same data are called the same, by whatever path they were read.
    private static func table(of results: [ConfigurationResult]) -> [[String: SettingValue]] {
        let firsts = Dictionary(results.map { ($0.data, $0.configuration.parametersByName) }) { first, _ in first }
        return results.map { result in
            var settings = result.configuration.parametersByName
            for name in ["data", "data.source"] where settings[name] != nil {
                settings[name] = firsts[result.data]?[name] ?? settings[name]
            }
            return settings
        }
    }

    /// The same with entries of a ranking that has the parts one after the other.
    func ranked() -> Comparability {
        var first = 0
        let parts = parts.map { part in
            defer { first += part.members.count }
            return Part(label: part.label, members: Array(first..<first + part.members.count))
        }
        return Comparability(self, parts)
    }

    private init(_ other: Comparability, _ parts: [Part]) {
        (metric, settings, hasDataVersions) = (other.metric, other.settings, other.hasDataVersions)
        (divider, self.parts) = (other.divider, parts)
    }

    /// `loss huber delta 0.3, data of 2026-11-30`
    private static func label(of key: [String?], _ settings: [String]) -> String {
        var words: [String] = []
        var owner: String?
        for (name, value) in zip(settings, key) {
            guard let value else { continue }
            if let owner, name.hasPrefix(owner + "."), !words.isEmpty {
                words[words.count - 1] += " \(name.dropFirst(owner.count + 1)) \(value)"
            } else {
                words.append("\(name) \(value)")
                owner = name
            }
        }
        words += key.last.flatMap(\.self).map { [$0] } ?? []
        return words.isEmpty ? "without \(Phrases.list(settings))" : words.joined(separator: ", ")
    }

    /// Why there is no verdict on all.
    ///
    /// - Parameter measures: by what all could be compared.
    public func sentence(judgingBy measures: [String] = []) -> String {
        let reason = reason(judgingBy: measures)
        // A metric's name stays as it is written.
        return (settings.isEmpty ? "\(reason.prefix(1).uppercased())\(reason.dropFirst())" : reason) + "."
    }

    /// The same as after `because`.
    public func reason(judgingBy measures: [String] = []) -> String {
        var reasons: [String] = []
        if !settings.isEmpty {
            reasons.append(
                "\(metric) depends on \(Phrases.list(owners)), so configurations that differ in "
                    + "\(owners.count == 1 ? "it" : "them") are not compared"
                    + (measures.isEmpty ? "" : "; \(Self.advice(measures))"))
        }
        if hasDataVersions { reasons.append("trials on different versions of the data are not compared") }
        return reasons.joined(separator: "; ")
    }

    /// Of what a part has one, as after `of each`: `loss`.
    public var kind: String { Phrases.list(owners + (hasDataVersions ? ["version of the data"] : [])) }

    /// The settings without the options of others among them.
    private var owners: [String] { Self.owners(among: settings) }

    /// Those that are no options of others among them.
    public static func owners(among settings: [String]) -> [String] {
        settings.filter { name in !settings.contains { name.hasPrefix($0 + ".") } }
    }

    /// What configurations have to share to be compared, as machines read it.
    public var words: [String] { settings + (hasDataVersions ? [Self.dataLabel] : []) }

    /// The metrics by which configurations can be compared although these settings vary, of the same set of data.
    public static func measures(_ metrics: [MetricDefinition], like metric: MetricDefinition, varying: [String])
        -> [String]
    {
        metrics.filter { other in
            other.name != metric.name && other.set == metric.set && other.goal != nil
                && other.obstacles(among: varying).isEmpty
        }.map(\.name)
    }

    /// What to say before anything is trained; nil where all configurations can be compared.
    ///
    /// - Parameter configurations: with the defaults of what only some name.
    public static func warning(
        of metric: MetricDefinition, among configurations: [Configuration], metrics: [MetricDefinition]
    ) -> String? {
        let varying = VaryingParameters(among: configurations).names
        let settings = owners(among: metric.obstacles(among: varying))
        guard !settings.isEmpty else { return nil }
        let measures = measures(metrics, like: metric, varying: varying)
        let which = settings.count == 1 ? "varies" : "vary"
        return "\(metric.name) depends on \(Phrases.list(settings)), which \(which), so configurations that differ in "
            + "\(settings.count == 1 ? "it" : "them") will not be compared"
            + (measures.isEmpty ? "." : "; \(advice(measures)).")
    }

    /// `judge by dev_rmse or dev_mae`
    public static func advice(_ measures: [String]) -> String {
        "judge by "
            + (measures.count < 2
                ? measures.joined()
                : measures.dropLast().joined(separator: ", ") + " or " + measures[measures.count - 1])
    }
}
