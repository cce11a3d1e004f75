public import Analysis
import Settings
public import Sweeps

extension SweepView {
    /// What to call these configurations of the view where they are shown together: of several sweeps, each by its sweep
    /// and by what varies within that.
    ///
    /// - Parameter hasGiven: whether those count that the sweeps' files give.
    public func labels(of configurations: [Configuration], given hasGiven: Bool = true) -> ConfigurationLabels {
        ConfigurationLabels(
            configurations, order: parameterNames,
            within: sources.count > 1 && !isOfSingleTrials ? Self.sweepLabel : nil,
            given: hasGiven ? given : GivenLabels())
    }

    /// A name for a configuration that is always short, `#7`: its number in its sweep, as tables of rankings have it. A trial
    /// that is shown by itself has its own name.
    public func shortName(of configuration: Configuration) -> String? {
        guard let place = configurations.firstIndex(where: { $0.configuration == configuration }) else { return nil }
        if isOfSingleTrials { return configurations[place].trials.first?.shortName }
        let (sweep, number) = origin(of: ranking.entries[place].result.number)
        return sources.count > 1 ? "\(sweep) #\(number)" : "#\(number)"
    }

    /// Whether what configurations are called is too long to stand beside curves, unless the sweeps' files name them.
    ///
    /// - Parameter most: so many letters have room; by default beside curves of the usual size.
    public func hasLongLabels(most: Int = 60) -> Bool {
        let described = whole.configurations.map(\.configuration)
        let labels = whole.labels(of: described)
        return described.contains { labels.given(of: $0) == nil && labels.label(of: [$0]).count > most }
    }

    /// The same for a table that has columns of their own for the sweep and the version of the data, and for `other`.
    public func labels(besideColumnsOf results: [ConfigurationResult], besides other: String? = nil) -> [String] {
        let configurations = results.map(\.configuration)
        let places = results.map { place(ofNumber: $0.number) }
        var labels = results.map { _ in "" }
        for source in Set(places) {
            let own = results.indices.filter { places[$0] == source }
            let given = given.of(own.map { results[$0].described })
            let words = ConfigurationLabels(
                configurations, order: parameterNames,
                given: GivenLabels(
                    Dictionary(
                        own.compactMap { place in
                            given[results[place].described].map { (configurations[place], $0) }
                        }
                    ) { first, _ in first }))
            for place in own { labels[place] = words.label(of: [configurations[place]], besides: other) }
        }
        return labels
    }
}
