import Analysis
import Charts
import Foundation
import SweepViews
import Sweeps

/// Which worker was busy with which trials when, by how they ended.
enum TimelineChart {
    static func figure(of results: SweepView, options: ChartOptions) -> Figure? {
        let spans = results.trials.flatMap(Span.all)
        guard let start = spans.map(\.start).min(), let end = spans.flatMap({ [$0.start, $0.end ?? $0.start] }).max()
        else { return nil }
        let unit = TimeUnit(upTo: end - start)
        let workers = Set(spans.map(\.worker)).sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        let rows = Dictionary(uniqueKeysWithValues: workers.enumerated().map { ($0.element, Double($0.offset)) })
        let parameter = options.color ?? (Set(spans.map(\.kind)).count > 1 ? nil : Self.parameter(of: results))
        let colors = parameter.map { ParameterColors(of: $0, in: results, theme: options.theme) }
        let groups = Dictionary(grouping: spans) { span in
            colors.map { $0.values.index(of: span.configuration) ?? 0 } ?? span.kind.place
        }
        let marks: [any Mark] = groups.sorted { $0.key < $1.key }.map { place, spans in
            let name = colors.map { $0.values.fullLabels[place] } ?? spans[0].kind.rawValue
            return SpanMark(
                series: name, label: colors.map { $0.label(place) } ?? (groups.count > 1 ? name : nil),
                rows: spans.map { rows[$0.worker] ?? 0 },
                from: spans.map { ($0.start - start) / unit.seconds },
                to: spans.map { (($0.end ?? end) - start) / unit.seconds },
                color: colors?.color(place) ?? spans[0].kind.color(options.theme),
                thickness: workers.count > 8 ? 0.7 : 0.35)
        }
        let busy = spans.map { ($0.end ?? end) - $0.start }.reduce(0, +)
        let capacity = (end - start) * Double(workers.count)
        var sentences = ["Bar: an attempt at a trial."]
        if capacity > 0 {
            let share = Int((100 * min(1, busy / capacity)).rounded())
            sentences.append(
                "\(workers.count) \(workers.count == 1 ? "worker" : "workers"), busy \(share) % of the time.")
        }
        if let ends = results.otherEnds { sentences.append(ends + ".") }
        return Figure(
            title: options.title ?? "\(results.sweep): trials over time",
            subtitle: sentences.joined(separator: " "), x: Axis("Time since the start", unit: unit.rawValue),
            y: Axis("Worker", categories: workers), marks: marks, colorBar: colors?.colorBar, theme: options.theme,
            size: options.size,
            command: options.command)
    }

    /// What colours can tell where all ended alike: the optimizer, or what else varies first.
    private static func parameter(of results: SweepView) -> String? {
        let varying = ParameterChoice(of: results).varying
        return varying.contains("optimizer") ? "optimizer" : varying.first
    }

    /// How an attempt ended, as far as colours tell.
    private enum Kind: String, CaseIterable {
        case finished, pruned, running, interrupted
        case failed = "diverged or failed"

        init(_ state: TrialState, isLast: Bool) {
            self =
                switch state {
                case _ where !isLast: .interrupted
                case .finished: .finished
                case .pruned: .pruned
                case .running: .running
                case .pending, .cancelled: .interrupted
                case .diverged, .failed, .timedOut: .failed
                }
        }

        var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        func color(_ theme: Theme) -> Color {
            switch self {
            case .finished: theme.palette.color(0)
            case .pruned: theme.palette.color(5)
            case .running: theme.palette.color(2)
            case .interrupted: theme.palette.color(4)
            case .failed: theme.palette.color(1)
            }
        }
    }

    private struct Span {
        let worker: String
        let start: Double
        /// nil while it runs.
        let end: Double?
        let kind: Kind
        let configuration: Configuration

        static func all(of trial: SweepView.TrialResult) -> [Span] {
            trial.attempts.enumerated().map { index, attempt in
                Span(
                    worker: attempt.worker, start: attempt.start, end: attempt.end,
                    kind: Kind(trial.outcome.state, isLast: index == trial.attempts.count - 1),
                    configuration: trial.outcome.described)
            }
        }
    }
}
