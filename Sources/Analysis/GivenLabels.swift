import Expressions
public import Sweeps

/// What a sweep's file calls its configurations.
public struct GivenLabels: Hashable, Sendable {
    private var labels: [Configuration: String] = [:]

    public init() {}

    public init(_ labels: [Configuration: String]) { self.labels = labels }

    /// Of several labels that fit a configuration the first counts. A condition that makes no sense for one, as where it
    /// compares text with a number, does not fit it.
    public init(_ labels: [ConfigurationLabel], of configurations: some Sequence<Configuration>) {
        let conditions = labels.compactMap { label in
            (try? Expression(parsing: label.condition)).map { (condition: $0, text: label.text) }
        }
        if conditions.isEmpty { return }
        for configuration in Set(configurations) {
            let values = configuration.parametersByName
            self.labels[configuration] =
                conditions.first { label in
                    (try? label.condition.holds { name in values[name].map { ExpressionValue($0) } ?? .null }) ?? false
                }?.text
        }
    }

    /// Those whose condition holds for no configuration.
    public static func unused(_ labels: [ConfigurationLabel], among configurations: [Configuration])
        -> [ConfigurationLabel]
    {
        labels.filter { GivenLabels([$0], of: configurations).isEmpty }
    }

    public var isEmpty: Bool { labels.isEmpty }

    /// These and others; those of `other` count where both have one.
    public mutating func formUnion(_ other: GivenLabels) { labels.merge(other.labels) { $1 } }

    /// Those of some configurations.
    public func of(_ configurations: some Sequence<Configuration>) -> [Configuration: String] {
        let wanted = Set(configurations)
        return labels.filter { wanted.contains($0.key) }
    }

    /// All that have one label.
    public func configurations(called text: String) -> [Configuration] {
        labels.filter { $0.value == text }.map(\.key)
    }
}
