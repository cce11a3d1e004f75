import Analysis
import Charts
import Sweeps

/// Which configurations of a sweep a chart names and colours, and which it shows in grey for comparison.
struct ShownConfigurations {
    /// Configurations drawn as one: most often a single one.
    struct Group {
        let members: [ConfigurationTrials]
        /// What the legend says; nil where there is nothing to tell apart, or another group says it.
        let label: String?
        /// Names the group in tables.
        let series: String
        let color: Color
        let dash: Dash

        /// The best of the members.
        var first: ConfigurationTrials { members[0] }
    }

    let named: [Group]
    /// What colours mean that stand for very many numbers.
    let colorBar: ColorBar?
    let others: [(trials: ConfigurationTrials, series: String)]
    /// How many configurations have what the chart shows.
    private let all: Int
    /// Whether there are more than are named, in any panel if there are panels.
    private var leavesOut: Bool
    private let results: SweepResults
    private let options: ChartOptions

    /// The best configurations of those that measured one of `metrics`; the rest are in `others`, if they are shown.
    ///
    /// Where colours stand for the values of a hyperparameter, all are coloured unless so many were asked for.
    init(of results: SweepResults, metrics: [String], showsOthers: Bool = true, options: ChartOptions) {
        let measured = results.configurations.filter { $0.hasMeasured(metrics) }
        let drawn = measured.filter { $0.hasSeries(of: metrics) }
        let usual = options.color == nil ? ChartOptions.usualTop : drawn.count
        let top = options.top ?? usual
        let named = drawn.prefix(top)
        let others = showsOthers ? Array(drawn.dropFirst(named.count)) : []
        self.init(
            named.map { [$0] }, others: others, of: results, unshown: measured.count - named.count - others.count,
            options: options)
        guard let facet = options.facet else { return }
        let panels = Dictionary(grouping: measured) { ParameterValues.value(of: facet, in: $0.configuration) }
        leavesOut = panels.values.contains { $0.count > top }
    }

    /// - Parameter groups: not empty each, the best first.
    init(
        _ groups: [[ConfigurationTrials]], others: [ConfigurationTrials], of results: SweepResults,
        unshown: Int = 0, options: ChartOptions
    ) {
        let styles = options.styles ?? SeriesStyles(of: results, options: options)
        colorBar = styles.colorBar
        var keys: Set<String> = []
        named = groups.enumerated().map { index, members in
            let group = members.map(\.configuration)
            let style = styles.style(of: group, rank: index)
            return Group(
                members: members, label: style.key.flatMap { keys.insert($0).inserted ? $0 : nil },
                series: styles.name(of: group) ?? style.key ?? "all",
                color: style.color, dash: style.dash)
        }
        all = groups.count + others.count + unshown
        leavesOut = all > groups.count
        self.others = others.map { ($0, styles.name(of: [$0.configuration]) ?? "other") }
        self.options = options
        self.results = results
    }

    /// How to read the chart: what is averaged, what is left out.
    ///
    /// - Parameters:
    ///   - curves: all that are drawn in colour.
    ///   - hasBands: whether their spread is drawn.
    func subtitle(_ curves: [SeedCurve], hasBands: Bool = true, more: [String] = []) -> String {
        var sentences = [SeedWords.sentence(curves.map(\.seeds)) + (hasBands ? bands(curves) : "") + "."] + more
        if let parameter = options.color { sentences.append("Colours are values of \(parameter).") }
        if leavesOut {
            let manner = others.isEmpty ? "Shown" : "In colour"
            let count = options.facet == nil ? "\(named.count) of \(all)" : "\(options.top ?? ChartOptions.usualTop)"
            let place = options.facet == nil ? "" : " of each panel"
            sentences.append("\(manner): the best \(count) configurations\(place) by \(results.objective.metric).")
        }
        return (sentences + [ends].compactMap(\.self)).joined(separator: " ")
    }

    /// How trials ended that did not finish; nil if all did.
    private var ends: String? {
        guard let ends = results.otherEnds else { return nil }
        let members = named.flatMap(\.members)
        let isMixed = members.contains { $0.comparable.count < $0.trials.count }
        return ends
            + (members.contains(where: \.isDiverged) ? "; a cross marks the end of what diverged" : "")
            + (isMixed ? "; means leave out seeds that diverged" : "") + "."
    }

    private func bands(_ curves: [SeedCurve]) -> String {
        if options.band == .interval, curves.allSatisfy({ $0.spread == .none }) {
            return ", no interval: that takes 3 seeds"
        }
        let spreads = Set(curves.filter(\.hasBand).map(\.spread))
        if spreads.contains(.interval) { return ", band: the 95 % interval of the mean" }
        if !spreads.contains(.deviation) {
            return spreads.contains(.range) ? ", band from the least to the greatest" : ""
        }
        return ", band ± 1 standard deviation" + (spreads.contains(.range) ? " (of 2 seeds from one to the other)" : "")
    }

    /// What was smoothed beyond the usual.
    var smoothing: [String] {
        guard let window = options.smoothing, window > 1 else { return [] }
        return ["Smoothed: each point is the mean over \(window)."]
    }

    /// Many bands over each other would be mud.
    var bandOpacity: Double { named.count <= 3 ? 0.18 : named.count <= 5 ? 0.12 : 0.08 }

    /// What grey lines are, if there are any.
    func othersKey(_ theme: Theme) -> [Key] {
        let count = options.facet == nil ? " (\(others.count))" : ""
        return others.isEmpty || !leavesOut ? [] : [Key("other configurations\(count)", Self.contextStroke(theme))]
    }

    static func contextStroke(_ theme: Theme) -> Stroke { Stroke(theme.context, width: 0.6) }
}

extension ConfigurationTrials {
    /// Whether there is something to draw of one of the metrics.
    fileprivate func hasSeries(of metrics: [String]) -> Bool {
        trials.contains { trial in metrics.contains { trial.series[$0]?.values.contains(where: \.isFinite) ?? false } }
    }

    /// Whether there would be if all series had been read.
    fileprivate func hasMeasured(_ metrics: [String]) -> Bool {
        trials.contains { trial in
            metrics.contains { trial.outcome.summaries[$0]?.smallest != nil }
        }
    }
}
