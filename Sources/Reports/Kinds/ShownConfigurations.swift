import Analysis
import Charts
import Sweeps

/// Which configurations of a sweep a chart names and colours, and which it shows in grey for comparison.
struct ShownConfigurations {
    /// Configurations drawn as one: most often a single one.
    struct Group {
        let members: [ConfigurationTrials]
        /// nil where there is nothing to tell apart.
        let label: String?
        let color: Color
        let dash: Dash

        /// The best of the members.
        var first: ConfigurationTrials { members[0] }
        /// Names the group in tables.
        var series: String { label ?? "all" }
    }

    let named: [Group]
    let others: [(trials: ConfigurationTrials, series: String)]
    /// How many more configurations have what the chart shows.
    private let unshown: Int
    private let objective: Objective
    private let trials: [SweepResults.TrialResult]

    /// The best configurations of those that measured one of `metrics`; the rest are in `others`, if they are shown.
    init(of results: SweepResults, metrics: [String], showsOthers: Bool = true, options: ChartOptions) {
        let measured = results.configurations.filter { $0.hasMeasured(metrics) }
        let drawn = measured.filter { $0.hasSeries(of: metrics) }
        let named = drawn.prefix(options.top)
        let others = showsOthers ? Array(drawn.dropFirst(options.top)) : []
        self.init(
            named.map { [$0] }, others: others, of: results, unshown: measured.count - named.count - others.count,
            options: options)
    }

    /// - Parameter groups: not empty each, the best first.
    init(
        _ groups: [[ConfigurationTrials]], others: [ConfigurationTrials], of results: SweepResults,
        unshown: Int = 0, options: ChartOptions
    ) {
        let all = results.configurations
        let labels = ConfigurationLabels(all.map(\.configuration), order: results.parameterNames)
        let palette = options.theme.palette
        named = groups.enumerated().map { index, members in
            Group(
                members: members,
                label: all.count > 1 ? labels.label(of: members.map(\.configuration)) : nil,
                color: palette.color(index), dash: palette.dash(index))
        }
        self.unshown = unshown
        self.others = others.map { ($0, labels.label(of: [$0.configuration])) }
        objective = results.objective
        trials = results.trials
    }

    /// How to read the chart: what is averaged, what is left out.
    ///
    /// - Parameters:
    ///   - curves: all that are drawn in colour.
    ///   - hasBands: whether their spread is drawn.
    func subtitle(_ curves: [SeedCurve], hasBands: Bool = true, more: [String] = []) -> String {
        var sentences = [Self.seeds(curves) + (hasBands ? Self.bands(curves) : "") + "."] + more
        let all = named.count + others.count + unshown
        if all > named.count {
            let manner = others.isEmpty ? "Shown" : "In colour"
            sentences.append("\(manner): the best \(named.count) of \(all) configurations by \(objective.metric).")
        }
        return (sentences + [ends].compactMap(\.self)).joined(separator: " ")
    }

    /// How trials ended that did not finish; nil if all did.
    private var ends: String? {
        let counts = TrialState.allCases.filter { $0 != .finished }.compactMap { state -> String? in
            let count = trials.filter { $0.outcome.state == state }.count
            return count > 0 ? "\(count) \(state.words)" : nil
        }
        if counts.isEmpty { return nil }
        let members = named.flatMap(\.members)
        let isMixed = members.contains { $0.comparable.count < $0.trials.count }
        return "Of \(trials.count) trials: " + counts.joined(separator: ", ")
            + (members.contains(where: \.isDiverged) ? "; a cross marks the end of what diverged" : "")
            + (isMixed ? "; means leave out seeds that diverged" : "") + "."
    }

    private static func seeds(_ curves: [SeedCurve]) -> String {
        let counts = curves.map(\.seeds)
        guard let least = counts.min(), let most = counts.max(), most > 1 else { return "One seed" }
        return "Mean of \(least == most ? "\(most)" : "\(least)–\(most)") seeds"
    }

    private static func bands(_ curves: [SeedCurve]) -> String {
        let spreads = Set(curves.filter(\.hasBand).map(\.spread))
        if !spreads.contains(.deviation) {
            return spreads.contains(.range) ? ", band from the lower to the higher" : ""
        }
        return ", band ± 1 standard deviation" + (spreads.contains(.range) ? " (of 2 seeds from one to the other)" : "")
    }

    /// Many bands over each other would be mud.
    var bandOpacity: Double { named.count <= 3 ? 0.18 : named.count <= 5 ? 0.12 : 0.08 }

    /// What grey lines are, if there are any.
    func othersKey(_ theme: Theme) -> [Key] {
        others.isEmpty ? [] : [Key("other configurations (\(others.count))", Self.contextStroke(theme))]
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
