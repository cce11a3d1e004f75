import Analysis
import Charts
import SweepViews
import Sweeps

/// Which configurations of a sweep a chart names and colours, and which it shows in grey for comparison.
struct ShownConfigurations {
    /// Configurations drawn as one: most often a single one.
    struct Group {
        let members: [ConfigurationTrials]
        /// What the legend says; nil where there is nothing to tell apart, or the legend of colours says it.
        let label: String?
        /// Names the group in tables.
        let series: String
        let color: Color
        let dash: Dash

        /// The best of the members.
        var first: ConfigurationTrials { members[0] }
    }

    /// More bands over each other are mud.
    static let mostBands = 3

    let named: [Group]
    /// What colours mean that stand for few values, or for very many numbers.
    let colorKeys: [Key]
    let colorBar: ColorBar?
    /// What short names stand for; nil where there are none.
    let names: NameTable?
    let others: [(trials: ConfigurationTrials, series: String)]
    /// How many configurations have what the chart shows.
    let all: Int
    /// Whether there are more than are named, in any panel if there are panels.
    private(set) var leavesOut: Bool
    let results: SweepView
    let metrics: [String]
    let options: ChartOptions

    /// The best configurations of those that measured one of `metrics`; the rest are in `others`, if they are shown.
    ///
    /// Where colours stand for the values of a hyperparameter, all are coloured unless so many were asked for;
    /// otherwise as many as the legend can name.
    ///
    init(
        of results: SweepView, metrics: [String], showsOthers: Bool = true,
        options: ChartOptions
    ) {
        let measured = results.ranking.leading.map { results.configurations[$0] }.filter { $0.hasMeasured(metrics) }
        let drawn = measured.filter { $0.hasSeries(of: metrics) }
        let usual = options.color == nil ? ChartOptions.usual(of: drawn.count) : drawn.count
        let asked = options.top ?? usual
        let top = Self.count(
            naming: drawn.prefix(asked).map { [$0] }, of: results, most: ChartOptions.mostNames, options: options)
        let named = drawn.prefix(top)
        let others = showsOthers ? Array(drawn.dropFirst(named.count)) : []
        self.init(
            named.map { [$0] }, others: others, of: results, metrics: metrics,
            unshown: measured.count - named.count - others.count, options: options)
        guard let facet = options.facet else { return }
        let panels = Dictionary(grouping: measured) { ParameterValues.value(of: facet, in: $0.configuration) }
        leavesOut = panels.values.contains { $0.count > asked }
    }

    /// - Parameters:
    ///   - groups: not empty each, the best first.
    ///   - unshown: how many more there are than groups and others.
    init(
        _ groups: [[ConfigurationTrials]], others: [ConfigurationTrials], of results: SweepView,
        metrics: [String], unshown: Int = 0, options: ChartOptions
    ) {
        let styles = options.styles ?? SeriesStyles(of: results, options: options)
        colorBar = styles.colorBar
        names = options.color == nil ? styles.names(of: groups.map { $0.map(\.configuration) }) : nil
        var keys: [Int: Key] = [:]
        named = groups.enumerated().map { index, members in
            let group = members.map(\.configuration)
            let style = styles.style(of: group, rank: index)
            if let value = style.value, let key = style.key {
                keys[value] = Key(key, Stroke(style.color, width: options.theme.lineWidth, dash: style.dash))
            }
            return Group(
                members: members, label: style.value == nil ? style.key : nil,
                series: styles.name(of: group) ?? style.key ?? "all", color: style.color, dash: style.dash)
        }
        colorKeys = keys.sorted { $0.key < $1.key }.map(\.value)
        all = groups.count + others.count + unshown
        leavesOut = all > groups.count
        self.others = others.map { ($0, styles.name(of: [$0.configuration]) ?? "other") }
        self.options = options
        self.metrics = metrics
        self.results = results
    }

    /// How many of the groups, the best first, can have a colour that the legend names. Of panels, and of colours that
    /// stand for values, all.
    static func count(
        naming groups: [[ConfigurationTrials]], of results: SweepView, most: Int, options: ChartOptions
    ) -> Int {
        guard options.color == nil, options.facet == nil else { return groups.count }
        let styles = SeriesStyles(of: results, options: options)
        let labels = groups.prefix(most).compactMap { styles.shortName(of: $0.map(\.configuration)) }
        if labels.isEmpty { return min(groups.count, most) }
        if styles.names(of: groups.map { $0.map(\.configuration) }) != nil {
            return min(labels.count, options.numberedRowCount)
        }
        return LegendRoom.count(of: labels, on: options.size, theme: options.theme)
    }

    /// Whether lines are so many that they are to be thin, and stand for themselves.
    var areMany: Bool { named.count > ChartOptions.mostNames }

    /// Whether dashes are needed beside colours to tell the named from each other.
    var dashesTell: Bool { Set(named.map(\.dash)).count > 1 }

    /// Whether the band of a group is drawn: of few each, of more the best one's, of very many none, unless asked for.
    func hasBand(_ index: Int) -> Bool {
        if options.band != nil { return true }
        return bandsOfAll || (bandOfBest && index == 0)
    }

    var bandsOfAll: Bool { options.band != nil || !areMany && count <= Self.mostBands }
    var bandOfBest: Bool { options.color == nil && !areMany && results.ranking.comparability == nil }

    /// How many groups are named; of panels, in each.
    var count: Int { options.facet == nil ? named.count : options.top ?? max(named.count, ChartOptions.usualTop) }

    /// Of bands, which may lie over each other.
    var bandOpacity: Double {
        let bands = named.indices.filter(hasBand).count
        return bands <= 3 ? 0.18 : bands <= 5 ? 0.12 : 0.08
    }

    /// What grey lines are, if there are any.
    ///
    /// - Parameter set: which of several sets' courses they show; it is drawn as that set's.
    func othersKey(_ theme: Theme, set: String? = nil, dash: Dash = .solid) -> [Key] {
        if others.isEmpty || !leavesOut { return [] }
        let words = [options.facet == nil ? "\(others.count)" : nil, set].compactMap(\.self).joined(separator: ", ")
        return [
            Key(
                "other configurations" + (words.isEmpty ? "" : " (\(words))"), Self.contextStroke(theme, dash: dash))
        ]
    }

    static func contextStroke(_ theme: Theme, dash: Dash = .solid) -> Stroke {
        Stroke(theme.context, width: 0.6, dash: dash)
    }
}

extension ConfigurationTrials {
    /// Whether there is something to draw of one of the metrics.
    fileprivate func hasSeries(of metrics: [String]) -> Bool {
        trials.contains { trial in metrics.contains { trial.series[$0]?.values.contains(where: \.isFinite) ?? false } }
    }

    /// Whether there would be if all series had been read.
    fileprivate func hasMeasured(_ metrics: [String]) -> Bool {
        trials.contains { $0.hasMeasured(metrics) }
    }
}

extension SweepView.TrialResult {
    /// Whether any value of one of the metrics is a number.
    func hasMeasured(_ metrics: [String]) -> Bool {
        metrics.contains { outcome.summaries[$0]?.smallest != nil }
    }
}
