import Analysis
import Charts
import Sweeps

/// How configurations that are shown together are called and coloured.
struct SeriesStyles: Hashable, Sendable {
    private enum Coloring: Hashable, Sendable {
        /// The best gets the first colour.
        case byRank
        /// What has one name in several panels has one colour.
        case byLabel([String])
        case byParameter(ParameterValues)
    }

    private let labels: ConfigurationLabels
    private let coloring: Coloring
    private let isSingle: Bool

    init(of results: SweepResults, options: ChartOptions) {
        let all = results.configurations.map(\.configuration)
        let facet = options.facet
        let told = facet.map { name in all.map { $0.without(name) } } ?? all
        labels = ConfigurationLabels(told, order: results.parameterNames)
        isSingle = Set(told).count <= 1
        if let parameter = options.color {
            coloring = .byParameter(
                ParameterValues(of: parameter, in: results.trials.map(\.outcome.trial.configuration)))
        } else if facet != nil {
            var seen: Set<String> = []
            let names = told.map { [labels] in labels.label(of: [$0]) }
            coloring = .byLabel(names.filter { seen.insert($0).inserted })
        } else {
            coloring = .byRank
        }
    }

    /// What each of the groups is called; nil where there is nothing to tell apart.
    func name(of group: [Configuration]) -> String? { isSingle ? nil : labels.label(of: group) }

    /// What the legend says, and the place of its colour among all; one of a colour is enough to say.
    ///
    /// - Parameter rank: of the group among those shown, counted from 0.
    func style(of group: [Configuration], rank: Int) -> (key: String?, color: Int) {
        let name = name(of: group)
        guard let first = group.first else { return (name, rank) }
        switch coloring {
        case .byRank: return (name, rank)
        case .byLabel(let names): return (name, name.flatMap(names.firstIndex(of:)) ?? rank)
        case .byParameter(let values):
            let place = values.index(of: first) ?? values.values.count
            return (place < values.values.count ? values.fullLabels[place] : nil, place)
        }
    }
}

extension Configuration {
    /// The configuration without one hyperparameter; its options stay.
    fileprivate func without(_ name: String) -> Configuration {
        var rest = Configuration()
        for (path, value) in parameters where path != name { rest.set(path, value) }
        return rest
    }
}
