import Analysis
import Foundation
import ResultsStore
import Settings
import Sweeps

/// What versions of data are called that changed while trials were trained on them: by when the first trial on each came,
/// `data of 2026-11-30`, to the day, the minute or the second that tells them apart.
struct DataVersionNames {
    /// By fingerprint; empty where no data changed.
    let names: [String: String]

    init(_ trials: [TrialRecord]) {
        let changed = DataVersions(trials.map { ($0.trial.configuration, $0.trial.data) }).changed
        var firsts: [String: Date] = [:]
        for trial in trials where changed.contains(trial.trial.data) {
            firsts[trial.trial.data] = min(
                firsts[trial.trial.data] ?? .distantFuture, trial.startedAt ?? trial.createdAt)
        }
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
        let times = firsts.mapValues { $0.formatted(style) }
        let length = [10, 16, 19].first { length in Set(times.values.map { $0.prefix(length) }).count == times.count }
        names = Dictionary(
            uniqueKeysWithValues: times.map { version, time in
                let text = "data of \(time.prefix(length ?? 19))"
                return (version, length == nil ? "\(text) (\(version.prefix(8)))" : text)
            })
    }
}

extension [TrialOutcome] {
    /// The outcomes with the version of their data as a label, where there are several.
    func namingData(_ versions: DataVersionNames) -> [TrialOutcome] {
        if versions.names.isEmpty { return self }
        return map { outcome in
            guard let name = versions.names[outcome.trial.data] else { return outcome }
            return TrialOutcome(
                trial: outcome.trial, configurationNumber: outcome.configurationNumber, state: outcome.state,
                summaries: outcome.summaries, seconds: outcome.seconds,
                labels: outcome.labels.merging([Comparability.dataLabel: .string(name)]) { _, name in name })
        }
    }
}
