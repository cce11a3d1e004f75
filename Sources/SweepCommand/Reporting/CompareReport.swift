import Analysis
import ResultsStore
import Settings
import Sweeps

/// Trials side by side: one column each, a row for all that differs and for every metric.
struct CompareReport {
    struct Entry {
        let sweep: SweepRecord
        let trial: TrialRecord
        let summaries: [String: MetricSummary]

        func parameter(_ name: String) -> SettingValue? {
            trial.trial.configuration.parameters.first { $0.name == name }?.value
        }

        func best(_ metric: String) -> MetricPoint? { sweep.best(metric, in: summaries) }
    }

    /// Two or more.
    let trials: [Entry]

    private var varying: VaryingParameters { VaryingParameters(among: trials.map(\.trial.trial.configuration)) }
    private var metrics: [String] { Set(trials.flatMap(\.summaries.keys)).sorted() }

    func text(for terminal: Terminal) -> String {
        var rows: [(name: String, cells: [String])] = []
        func add(_ name: String, always: Bool = false, _ cell: (Entry) -> String) {
            let cells = trials.map(cell)
            if always || Set(cells).count > 1 { rows.append((name, cells)) }
        }
        add("sweep", \.sweep.name)
        add("configuration") { String($0.trial.configurationNumber) }
        add("seed") { String($0.trial.trial.seed) }
        for name in varying.names {
            let words = ParameterWords(trials.compactMap { $0.parameter(name) }, of: name)
            add(name, always: true) { $0.parameter(name).map { words.text($0, of: name) } ?? "" }
        }
        add("state", always: true, \.trial.state.words)
        for metric in metrics {
            rows.append(("last \(metric)", NumberText.column(trials.map { $0.summaries[metric]?.last.value })))
            let best = trials.map { $0.best(metric) }
            guard best.contains(where: { $0 != nil }) else { continue }
            let values = NumberText.column(best.map { $0?.value })
            let cells = zip(values, best).map { text, point in point.map { "\(text) (epoch \($0.epoch))" } ?? "" }
            rows.append(("best \(metric)", cells))
        }
        var columns = [TextTable.Column("", rows.map(\.name))]
        for (index, entry) in trials.enumerated() {
            columns.append(TextTable.Column(entry.trial.shortName, .right, rows.map { $0.cells[index] }))
        }
        let shared = varying.sharedCount
        let note = shared == 0 ? "" : "\n\(Phrases.count(shared, "hyperparameter")) the same in all.\n"
        let tables = TextTable(columns: columns).parts(for: terminal).map { $0.text(for: terminal) }
        return tables.joined(separator: "\n") + note
    }

    var json: String {
        SettingValue.mapping([
            "varying": .list(varying.names.map { .string($0) }),
            "trials": .list(
                trials.map { entry in
                    .mapping([
                        "trial": .string(entry.trial.shortName), "sweep": .string(entry.sweep.name),
                        "configuration": .int(entry.trial.configurationNumber), "seed": .int(entry.trial.trial.seed),
                        "state": .string(entry.trial.state.rawValue),
                        "hyperparameters": .mapping(entry.trial.trial.configuration.settings),
                        "last": .mapping(entry.summaries.mapValues { SettingValue($0.last) }),
                        "best": .mapping(
                            Dictionary(metrics.map { ($0, SettingValue(entry.best($0))) }) { first, _ in first }),
                    ])
                }),
        ]).canonicalJSON
    }
}
