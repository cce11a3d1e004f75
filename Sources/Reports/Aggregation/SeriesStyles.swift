import Analysis
import Charts
import SweepViews
import Sweeps

/// How configurations that are shown together are called and coloured.
struct SeriesStyles: Hashable, Sendable {
    private enum Coloring: Hashable, Sendable {
        /// The best gets the first colour.
        case byRank
        /// What has one name in several panels has one colour.
        case byLabel([String])
        case byParameter(ParameterColors)
    }

    private let labels: ConfigurationLabels
    private var coloring: Coloring
    private let isSingle: Bool
    private let palette: Palette
    /// Short names where labels are too long, by configuration.
    private var numbers: [Configuration: String] = [:]

    /// - Parameter among: those that are to be told apart, if there are several; nil: all.
    init(of results: SweepView, options: ChartOptions, among shown: [Configuration]? = nil) {
        let all = shown.flatMap { $0.count > 1 ? $0 : nil } ?? results.configurations.map(\.configuration)
        let facet = options.facet
        palette = options.theme.palette
        let told = facet.map { name in all.map { $0.without(name) } } ?? all
        // Of panels, whose titles say one of the settings, labels of whole configurations would not tell what is alike.
        labels = results.labels(of: told, given: facet == nil)
        isSingle = Set(told).count <= 1
        if facet == nil, !isSingle, results.hasLongLabels(most: options.nameLength) {
            for configuration in all where labels.given(of: configuration) == nil {
                numbers[configuration] = results.whole.shortName(of: configuration)
            }
        }
        if let parameter = options.color {
            coloring = .byParameter(ParameterColors(of: parameter, in: results, theme: options.theme))
        } else if facet != nil {
            var seen: Set<String> = []
            let names = told.map { [labels] in labels.label(of: [$0]) }
            coloring = .byLabel(names.filter { seen.insert($0).inserted })
        } else {
            coloring = .byRank
        }
    }

    /// Gives colours to these short names only, the first colour to the first.
    mutating func name(_ labels: [String]) {
        if case .byLabel = coloring { coloring = .byLabel(labels) }
    }

    /// What each of the groups is called, with all digits; nil where there is nothing to tell apart.
    func name(of group: [Configuration]) -> String? { isSingle ? nil : labels.label(of: group, isExact: true) }

    /// The same for the page, where numbers need not have all their digits, and where long labels are numbers that a table
    /// explains.
    func shortName(of group: [Configuration]) -> String? {
        if isSingle { return nil }
        guard let first = group.first, let number = numbers[first] else { return labels.label(of: group) }
        return number + (group.count > 1 ? " and \(group.count - 1) more" : "")
    }

    /// What the numbers of groups stand for; nil where none has one.
    func names(of groups: [[Configuration]]) -> NameTable? {
        let numbered = groups.compactMap(\.first).filter { numbers[$0] != nil }
        if numbered.isEmpty { return nil }
        let columns = labels.parameterNames.map { name in
            let values = numbered.map { labels.value(of: name, in: $0) }
            return NameTable.Column(
                name, values.map { $0 ?? "" }, isNumeric: values.allSatisfy { $0.map { Double($0) != nil } ?? true })
        }.filter { $0.cells.contains { !$0.isEmpty } }
        let differing = columns.filter { numbered.count == 1 || Set($0.cells).count > 1 }
        let title = numbered.allSatisfy { numbers[$0]?.hasPrefix("#") ?? false } ? "" : "name"
        return NameTable([NameTable.Column(title, numbered.map { numbers[$0] ?? "" })] + differing)
    }

    /// What all of the configurations have in common and others have not; empty if that is nothing.
    func common(of group: [Configuration]) -> String { isSingle ? "" : labels.common(of: group) }

    /// What a group's lines look like.
    struct Style: Hashable {
        /// What the legend says.
        let key: String?
        /// Which of a hyperparameter's values the colour stands for.
        var value: Int?
        let color: Color
        let dash: Dash
    }

    /// - Parameter rank: of the group among those shown, counted from 0.
    func style(of group: [Configuration], rank: Int) -> Style {
        let key = shortName(of: group)
        switch coloring {
        case .byRank: return style(key, rank)
        case .byLabel(let names): return style(key, key.flatMap(names.firstIndex(of:)) ?? rank)
        case .byParameter(let colors):
            guard let place = group.first.flatMap(colors.values.index(of:)) else { return style(key, rank) }
            return Style(
                key: colors.label(place), value: place, color: colors.color(place), dash: colors.dash(place))
        }
    }

    /// What colours mean that stand for very many numbers.
    var colorBar: ColorBar? {
        if case .byParameter(let colors) = coloring { colors.colorBar } else { nil }
    }

    private func style(_ key: String?, _ place: Int) -> Style {
        Style(key: key, color: palette.color(place), dash: palette.dash(place))
    }
}

extension Configuration {
    /// The configuration without one hyperparameter; its options stay.
    fileprivate func without(_ name: String) -> Configuration {
        var rest = Configuration()
        for (path, value) in parameters where path != name && defaults[path] == nil { rest.set(path, value) }
        return rest.with(defaults: defaults.filter { $0.key != name })
    }
}
