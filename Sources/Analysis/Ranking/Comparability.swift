import Settings
public import Sweeps

/// That not all configurations of a ranking can be compared, since the objective measures another thing in some: losses of
/// different kinds, or accuracies on different dev sets.
public struct Comparability: Hashable, Sendable {
    /// Configurations that can be compared with each other.
    public struct Part: Hashable, Sendable {
        /// `loss mse`
        public let label: String
        /// Entries of the ranking that have a value, the best first.
        public let members: [Int]
    }

    public let metric: String
    /// The settings that say what is measured, and vary.
    public let settings: [String]
    /// Whether there are trials on several versions of the same data.
    public let hasDataVersions: Bool
    /// Two or more, in the order of their best.
    public let parts: [Part]

    /// Nil where all can be compared.
    public init?(of ranking: Ranking) {
        let valued = ranking.entries.indices.filter { ranking.entries[$0].rank != nil }
        let results = valued.map { ranking.entries[$0].result }
        let table = results.map { $0.configuration.parametersByName }
        let varying = VaryingParameters(among: results.map(\.configuration)).names
        settings = ranking.metric.obstacles(among: varying)
        // What decides which data a trial was given; weights that it starts from count as data.
        let origins = table.map { parameters in
            parameters.filter { ["data", "init"].contains($0.key) || $0.key.hasPrefix("data.") }
        }
        let versions = Dictionary(zip(origins, results.map { Set([$0.data]) })) { $0.union($1) }
        hasDataVersions = versions.values.contains { $0.count > 1 }
        metric = ranking.objective.metric
        var order: [[String]] = []
        var members: [[String]: [Int]] = [:]
        for (place, entry) in valued.enumerated() {
            let values = settings.map { name in
                table[place][name].map { "\(name) \($0.description.replacing("e-0", with: "e-"))" } ?? ""
            }
            let key = values + (hasDataVersions ? ["data version \(results[place].dataVersion)"] : [])
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(entry)
        }
        guard order.count > 1 else { return nil }
        parts = order.map { key in
            Part(label: key.filter { !$0.isEmpty }.joined(separator: " "), members: members[key] ?? [])
        }
    }

    /// Why there is no verdict on all.
    public var sentence: String {
        var reasons: [String] = []
        if !settings.isEmpty {
            reasons.append(
                "\(metric) depends on \(Phrases.list(settings)), so configurations that differ in "
                    + "\(settings.count == 1 ? "it" : "them") are not compared")
        }
        if hasDataVersions { reasons.append("trials on different versions of the data are not compared") }
        let text = reasons.joined(separator: "; ")
        // A metric's name stays as it is written.
        return settings.isEmpty ? "\(text.prefix(1).uppercased())\(text.dropFirst())." : text + "."
    }

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
        let settings = metric.obstacles(among: varying)
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
