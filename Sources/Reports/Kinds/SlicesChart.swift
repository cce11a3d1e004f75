import Analysis
import Charts
import Sweeps

/// Each hyperparameter against the objective, a panel each: where in its range the good configurations lie.
enum SlicesChart {
    static let usualTop = 9

    static func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        let valued = results.ranking.entries.filter { $0.result.mean != nil }
        let choice = ParameterChoice(of: results)
        let names = choice.varying.count > usualTop ? Array(choice.byImportance.prefix(usualTop)) : choice.varying
        guard !names.isEmpty, valued.count > 1 else { return nil }
        let theme = options.theme
        let axis = ObjectiveAxis(results.objective, showing: valued.compactMap(\.result.mean), scale: options.yScale)
        let colors = options.color.map { ParameterColors(of: $0, in: results, theme: theme) }
        let panels = names.map { name in
            let place = ParameterAxis(of: name, in: results.trials.map(\.outcome.trial.configuration))
            let groups = Dictionary(grouping: valued) { colors?.values.index(of: $0.result.configuration) ?? 0 }
            var marks: [any Mark] = groups.sorted { $0.key < $1.key }.map { group, entries in
                let label = colors?.label(group)
                return DotMark(
                    series: colors?.values.fullLabels[group] ?? name, label: label,
                    x: entries.map { place.position($0.result.configuration) },
                    y: entries.map { axis.placed($0.result.mean ?? .nan) },
                    color: (colors?.color(group) ?? theme.palette.color(0)).withOpacity(0.55),
                    radius: valued.count > 200 ? 1.6 : 2.4)
            }
            if let best = valued.first {
                marks.append(
                    DotMark(
                        series: "best", x: [place.position(best.result.configuration)], y: [best.result.mean ?? .nan],
                        color: theme.palette.color(colors == nil ? 1 : 6), shape: .ring, radius: 4))
            }
            return Panel(title: name, marks: marks, x: place.axis)
        }
        var sentences = [
            "Dot: a configuration, \(SeedWords.mean(valued.map(\.result.values.count))); ring: the best."
        ]
        sentences += axis.sentences
        if choice.varying.count > names.count {
            sentences.append("Shown: the \(names.count) most important of \(choice.varying.count).")
        }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return Figure(
            title: options.title ?? "\(results.sweep): \(results.objective.words) by each hyperparameter",
            subtitle: sentences.joined(separator: " "), x: Axis(""), y: axis.axis, panels: panels,
            colorBar: colors?.colorBar, theme: theme, size: options.size, command: options.command)
    }
}
