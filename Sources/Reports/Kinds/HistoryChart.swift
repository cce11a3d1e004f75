import Analysis
import Charts
import SweepViews
import Sweeps

/// What each trial reached, in the order in which they ended, with the best so far.
enum HistoryChart {
    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let objective = results.objective
        let whole = values(of: results.whole)
        let ended = trials(of: results)
        let finished = ended.map { $0.state == .finished ? $0.value(objective)?.value ?? .nan : .nan }
        let early = ended.map { $0.state == .finished || $0.isLost ? .nan : $0.value(objective)?.value ?? .nan }
        guard finished.contains(where: \.isFinite) else { return nil }
        let axis = ObjectiveAxis(
            objective, showing: whole, spread: results.whole.ranking.typicalSpread,
            logarithmicFrom: results.logarithmicFrom, scale: options.yScale)
        let places = ended.indices.map { Double($0 + 1) }
        let theme = options.theme
        // A tint of the line's colour, so that the line is seen before its dots, in grey too.
        let dot = theme.palette.color(0).mixed(with: theme.paper, part: 0.45)
        let (hasEarly, lost) = (early.contains(where: \.isFinite), places.indices.filter { ended[$0].isLost })
        var marks: [any Mark] = [
            DotMark(
                series: "finished", label: hasEarly || !lost.isEmpty ? "finished" : nil, x: places,
                y: finished.map(axis.placed), color: dot, radius: ended.count > 200 ? 1.6 : 2.2)
        ]
        // One trial is the best so far without a line.
        if ended.count > 1 { marks.append(bestSoFar(finished, places, axis, objective, theme)) }
        if hasEarly {
            marks.append(
                DotMark(
                    series: "ended early", label: "ended early", x: places, y: early.map(axis.placed),
                    color: theme.palette.color(1), shape: .ring, radius: 2.4))
        }
        let edge = objective.worstEdge(along: .vertical)
        if !lost.isEmpty {
            let words = Self.words(lost.map { ended[$0].state })
            marks.append(
                BeyondMark(
                    series: words, label: words, edge: edge, sign: .cross, at: lost.map { places[$0] },
                    values: lost.map { _ in .nan }, color: theme.palette.color(1), radius: 2.4))
        }
        let hidden = places.indices.filter { index in
            [finished[index], early[index]].contains { $0.isFinite && !axis.placed($0).isFinite }
        }
        if !hidden.isEmpty {
            marks.append(
                BeyondMark(
                    series: "outside", edge: edge, sign: .pointer, at: hidden.map { places[$0] },
                    values: hidden.map { finished[$0].isFinite ? finished[$0] : early[$0] }, color: dot))
        }
        let sentences =
            ["Dot: a trial at its \(objective.selection == .best ? "best" : "last") epoch."] + axis.sentences
            + (hidden.isEmpty ? [] : ["Triangles point to them."])
            + [results.otherEnds.map { $0 + "." }].compactMap(\.self)
        return Figure(
            title: options.title ?? "\(results.sweep): \(objective.words) found so far",
            subtitle: sentences.joined(separator: " "), x: Axis("Trials ended", isWhole: true),
            y: axis.axis.limited(by: results.whole.ranking.unit), marks: marks, theme: theme, size: options.size,
            command: options.command)
    }

    /// Those that ended, in the order in which they did.
    private static func trials(of results: SweepView) -> [TrialOutcome] {
        results.trials.enumerated().filter { $0.element.outcome.state.isEnd }
            .sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }.map(\.element.outcome)
    }

    /// All that have a place along the axis of the objective.
    private static func values(of results: SweepView) -> [Double] {
        trials(of: results).filter { !$0.isLost }.compactMap { $0.value(results.objective)?.value }
    }

    private static func bestSoFar(
        _ finished: [Double], _ places: [Double], _ axis: ObjectiveAxis, _ objective: Objective, _ theme: Theme
    ) -> LineMark {
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
        steps.append(Double(places.count))
        heights.append(best)
        return LineMark(
            series: "best so far", label: "best so far", x: steps, y: heights.map(axis.placed),
            stroke: Stroke(theme.palette.color(0), width: theme.lineWidth))
    }

    /// The states that occur: `diverged or failed`.
    private static func words(_ states: [TrialState]) -> String {
        TrialState.allCases.filter(states.contains).map { $0 == .finished ? "no value" : $0.words }
            .joined(separator: " or ")
    }
}

extension TrialOutcome {
    /// Whether it came to no value that counts; what was stopped from outside did not.
    fileprivate var isLost: Bool { state == .diverged || state == .failed || state == .timedOut }
}

extension SweepView.TrialResult {
    /// When the last attempt ended, in seconds since 1970; without any, after all others.
    fileprivate var end: Double { attempts.last?.end ?? .infinity }
}
