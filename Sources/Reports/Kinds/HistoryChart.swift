import Analysis
import Charts
import Sweeps

/// What each trial reached, in the order in which they ended, with the best so far.
enum HistoryChart {
    static func figure(of results: SweepResults, options: ChartOptions) -> Figure? {
        let objective = results.objective
        let ended = results.trials.enumerated().filter { $0.element.outcome.state.isEnd }
            .sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }.map(\.element.outcome)
        let finished = ended.map { $0.state == .finished ? $0.value(objective)?.value ?? .nan : .nan }
        let others = ended.map { $0.state == .finished ? .nan : $0.value(objective)?.value ?? .nan }
        guard finished.contains(where: \.isFinite) else { return nil }
        let theme = options.theme
        let axis = ObjectiveAxis(objective, showing: finished + others, scale: options.yScale)
        let places = ended.indices.map { Double($0 + 1) }
        var (steps, heights): ([Double], [Double]) = ([], [])
        var best = Double.nan
        for (place, value) in zip(places, finished) where objective.prefers(value, to: best) {
            if best.isFinite {
                steps.append(place)
                heights.append(best)
            }
            best = value
            steps.append(place)
            heights.append(value)
        }
        steps.append(Double(ended.count))
        heights.append(best)
        var marks: [any Mark] = [
            DotMark(
                series: "finished", label: others.contains(where: \.isFinite) ? "finished" : nil, x: places,
                y: finished.map(axis.placed), color: theme.palette.color(5), radius: ended.count > 200 ? 1.6 : 2.2),
            LineMark(
                series: "best so far", label: "best so far", x: steps, y: heights.map(axis.placed),
                stroke: Stroke(theme.palette.color(0), width: theme.lineWidth)),
        ]
        if others.contains(where: \.isFinite) {
            marks.append(
                DotMark(
                    series: "ended early", label: "ended early", x: places, y: others.map(axis.placed),
                    color: theme.palette.color(1), shape: .cross, radius: 2.4))
        }
        let sentences =
            ["Dot: a trial at its \(objective.selection == .best ? "best" : "last") epoch."] + axis.sentences
            + [results.otherEnds.map { $0 + "." }].compactMap(\.self)
        return Figure(
            title: options.title ?? "\(results.sweep): \(objective.words) found so far",
            subtitle: sentences.joined(separator: " "), x: Axis("Trials ended", isWhole: true), y: axis.axis,
            marks: marks, theme: theme, size: options.size, command: options.command)
    }
}

extension SweepResults.TrialResult {
    /// When the last attempt ended, in seconds since 1970; without any, after all others.
    fileprivate var end: Double { attempts.last?.end ?? .infinity }
}
