import Analysis
import Charts
import SweepViews
import Sweeps

/// Each hyperparameter against the objective, a panel each: where in its range the good configurations lie.
enum SlicesChart {
    static let mostPanels = 9

    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let valued = results.ranking.entries.filter { $0.result.mean != nil }
        let choice = ParameterChoice(of: results)
        let most = Self.most(on: options.size)
        let names = choice.varying.count > most ? Array(choice.byImportance.prefix(most)) : choice.varying
        guard !names.isEmpty, valued.count > 1 else { return nil }
        let theme = options.theme
        let axis = ObjectiveAxis(
            results.objective, showing: valued.compactMap(\.result.mean), spread: results.ranking.typicalSpread,
            logarithmicFrom: results.logarithmicFrom, scale: options.yScale)
        let colors = options.color.map { ParameterColors(of: $0, in: results, theme: theme) }
        let all = results.trials.map(\.outcome.described)
        let diverged = results.configurations.filter(\.isDiverged).map(\.configuration)
        let panels = names.map { name in
            let place = ParameterAxis(of: name, in: all)
            let isCrowded = place.distance > 0 && valued.count > 5 * place.count
            let groups = Dictionary(grouping: valued) { colors?.values.index(of: $0.result.described) ?? 0 }
            var marks: [any Mark] = groups.sorted { $0.key < $1.key }.map { group, entries in
                var dots = DotMark(
                    series: colors?.values.fullLabels[group] ?? name, label: colors?.label(group),
                    x: entries.map { place.position($0.result.described) },
                    y: entries.map { axis.placed($0.result.mean ?? .nan) },
                    color: (colors?.color(group) ?? theme.palette.color(0)).withOpacity(valued.count > 60 ? 0.6 : 0.8),
                    radius: valued.count > 200 ? 1.6 : 2.4)
                dots.jitter = isCrowded ? min(0.2 * place.distance, 0.05) : 0
                return dots
            }
            marks += atEdge(place, axis, valued, diverged, results.objective, theme)
            if let best = valued.first {
                marks.append(
                    DotMark(
                        series: "best", x: [place.position(best.result.described)], y: [best.result.mean ?? .nan],
                        color: theme.palette.color(colors == nil ? 1 : 6), shape: .ring, radius: 4))
            }
            return Panel(title: name, marks: marks, x: place.axis)
        }
        var sentences = [
            "Dot: a configuration, \(SeedWords.mean(valued.map(\.result.values.count))); ring: the best."
        ]
        if !diverged.isEmpty { sentences.append(SeedWords.diverged) }
        sentences += axis.sentences
        if choice.varying.count > names.count {
            sentences.append("Shown: the \(names.count) most important of \(choice.varying.count) parameters.")
        }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return Figure(
            title: options.title ?? "\(results.sweep): \(results.objective.words) by each hyperparameter",
            subtitle: sentences.joined(separator: " "), x: Axis(""), y: axis.axis, panels: panels,
            colorBar: colors?.colorBar, theme: theme, size: options.size, command: options.command)
    }

    /// Signs for configurations without a value, and for those whose value has no room.
    private static func atEdge(
        _ place: ParameterAxis, _ axis: ObjectiveAxis, _ valued: [Ranking.Entry], _ diverged: [Configuration],
        _ objective: Objective, _ theme: Theme
    ) -> [any Mark] {
        let edge: BeyondMark.Edge = objective.goal == .minimize ? .top : .bottom
        let far = valued.filter { axis.placed($0.result.mean ?? .nan).isNaN }
        let marks = [
            BeyondMark(
                series: "diverged", edge: edge, sign: .cross, at: diverged.map(place.position),
                values: diverged.map { _ in .nan }, color: theme.mutedInk),
            BeyondMark(
                series: "beyond the plot", edge: edge, sign: .pointer,
                at: far.map { place.position($0.result.described) }, values: far.map { $0.result.mean ?? .nan },
                color: theme.mutedInk),
        ]
        return marks.filter { !$0.at.isEmpty }
    }

    /// How many panels are large enough to be read.
    private static func most(on size: FigureSize) -> Int {
        let (columns, rows) = (Int((72 * size.width - 40) / 85), Int((72 * size.height - 50) / 65))
        return min(max(columns, 1) * max(rows, 1), mostPanels)
    }
}
