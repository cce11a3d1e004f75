public import Settings
public import Sweeps

/// Configurations of which each departs from one base line in one thing only: remedies tried one at a time, as against
/// the levels of parameters that were combined.
///
/// Then no parameter has an effect of its own to be drawn over its levels, and what a configuration is called is in what
/// it departs. An option and what it belongs to are one thing; so are an optimizer and its learning rate.
public struct Alternatives: Hashable, Sendable {
    /// What the base line has of what varies; a parameter that it has not is left out.
    public let base: [String: SettingValue]
    private let names: [String]

    /// Nil unless at least two things are varied, by one each, and none is written everywhere, which would be a level.
    ///
    /// The base line has what most of those have that do not write it, which is the default where that is known.
    public init?(among configurations: [Configuration], order: [String] = []) {
        names = VaryingParameters(among: configurations, order: order).names
        let distinct = Set(configurations)
        let table = distinct.map { (configuration: $0, parameters: $0.parametersByName) }
        var base: [String: SettingValue] = [:]
        for name in names {
            let unwritten = table.filter { $0.configuration.defaults[name] != nil || $0.parameters[name] == nil }
            let values = unwritten.map { $0.parameters[name] }
            let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.value > $1.value }
            guard let most = counts.first else { return nil }
            if counts.count > 1, counts[1].value == most.value { return nil }
            base[name] = most.key
        }
        self.base = base
        var things: Set<String> = []
        for (_, parameters) in table {
            let own = Self.things(names.filter { parameters[$0] != base[$0] })
            guard own.count <= 1 else { return nil }
            things.formUnion(own)
        }
        guard things.count > 1 else { return nil }
    }

    /// In what a configuration departs from the base line; empty for the base line itself.
    public func differences(of configuration: Configuration) -> [String] {
        let parameters = configuration.parametersByName
        return names.filter { parameters[$0] != base[$0] }
    }

    private static func things(_ names: [String]) -> Set<String> {
        var things = Set(names.map { String($0.prefix { $0 != "." }) })
        if things.contains("optimizer") { things.remove("lr") }
        return things
    }
}
