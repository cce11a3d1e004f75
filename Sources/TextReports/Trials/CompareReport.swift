import Analysis
import Settings
public import SweepViews
import Sweeps

/// Trials side by side: one column each, a row for all that differs and for every metric.
public struct CompareReport {
    /// Of two trials or more.
    let view: SweepView

    public init(view: SweepView) {
        self.view = view
    }

    private var trials: [SweepView.TrialResult] { view.trials }
    private var varying: VaryingParameters { VaryingParameters(among: trials.map(\.outcome.trial.configuration)) }

    /// What the sweeps' files call them, else the trials' own names.
    private var names: [String] {
        let described = trials.map(\.outcome.described)
        let (given, labels) = (view.given.of(described), view.labels(of: described))
        return zip(trials, described).map { given[$1] == nil ? $0.shortName : labels.label(of: [$1]) }
    }

    /// Whether it is what always guessing the same comes to, and the same in all.
    private func isSameGuess(_ metric: String) -> Bool {
        metric.hasPrefix(MetricDefinition.constantGuessName(of: ""))
            && Set(trials.map { $0.last(metric)?.value }).count == 1
    }

    public func text(for terminal: Terminal) -> String {
        var rows: [(name: String, cells: [String])] = []
        func add(_ name: String, always: Bool = false, _ cell: (SweepView.TrialResult) -> String) {
            let cells = trials.map(cell)
            if always || Set(cells).count > 1 { rows.append((name, cells)) }
        }
        if !view.given.isEmpty { add("trial", always: true, \.shortName) }
        add("sweep") { view.sweep(of: $0) }
        add("configuration") { String($0.configurationNumber) }
        add("seed") { String($0.trial.seed) }
        for name in varying.names {
            let values = trials.map { $0.outcome.trial.configuration.parametersByName[name] }
            let words = ParameterWords(values.compactMap(\.self), of: name)
            rows.append((name, values.map { value in value.map { words.text($0, of: name) } ?? "" }))
        }
        add("state", always: true, \.state.words)
        for metric in view.metrics where !isSameGuess(metric) {
            rows.append(("last \(metric)", NumberText.column(trials.map { $0.last(metric)?.value })))
            let best = trials.map { view.best(metric, of: $0) }
            guard best.contains(where: { $0 != nil }) else { continue }
            let values = NumberText.column(best.map { $0?.value })
            let cells = zip(values, best).map { text, point in point.map { "\(text) (\($0.placeWords))" } ?? "" }
            rows.append(("best \(metric)", cells))
        }
        let names = names
        var columns = [TextTable.Column("", rows.map(\.name))]
        for index in trials.indices {
            columns.append(TextTable.Column(names[index], .right, rows.map { $0.cells[index] }))
        }
        let shared = varying.sharedCount
        let note = shared == 0 ? "" : "\n\(Phrases.count(shared, "hyperparameter")) the same in all.\n"
        let tables = TextTable(columns: columns).parts(for: terminal).map { $0.text(for: terminal) }
        return tables.joined(separator: "\n") + note
    }

    public var json: String {
        let given = view.given.of(trials.map(\.outcome.described))
        return SettingValue.mapping([
            "varying": .list(varying.names.map { .string($0) }),
            "trials": .list(
                trials.map { entry in
                    .mapping([
                        "trial": .string(entry.shortName),
                        "label": given[entry.outcome.described].map { .string($0) } ?? .null,
                        "sweep": .string(view.sweep(of: entry)),
                        "configuration": .int(entry.configurationNumber), "seed": .int(entry.trial.seed),
                        "state": .string(entry.state.rawValue),
                        "hyperparameters": .mapping(entry.trial.configuration.settings),
                        "last": .mapping(entry.outcome.summaries.mapValues { SettingValue($0.last) }),
                        "best": .mapping(
                            Dictionary(view.metrics.map { ($0, SettingValue(view.best($0, of: entry))) }) { first, _ in
                                first
                            }),
                    ])
                }),
        ]).canonicalJSON
    }
}
