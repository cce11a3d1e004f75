import Foundation
import ResultsStore
import Settings
import Sweeps

/// What results for machines are made of: JSON with all digits of numbers; what is missing is null.
extension SettingValue {
    init(_ number: Double?) { self = number.map { .number($0) } ?? .null }

    init(_ number: Int?) { self = number.map { .int($0) } ?? .null }

    init(_ text: String?) { self = text.map { .string($0) } ?? .null }

    /// As ISO 8601 in UTC, to the millisecond.
    init(_ time: Date?) {
        self = time.map { .string($0.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))) } ?? .null
    }

    init(_ point: MetricPoint?) {
        self =
            point.map { point in
                .mapping(["value": .number(point.value), "epoch": SettingValue(point.epoch), "step": .int(point.step)])
            } ?? .null
    }

    init(_ objective: Objective) {
        self =
            !objective.isNamed
            ? .null
            : .mapping([
                "metric": .string(objective.metric), "goal": .string(objective.goal.rawValue),
                "select": .string(objective.selection.rawValue),
            ])
    }

    /// How many trials are in each state.
    init(_ counts: [TrialState: Int]) {
        self = .mapping(Dictionary(counts.map { ($0.key.rawValue, .int($0.value)) }) { first, _ in first })
    }
}
