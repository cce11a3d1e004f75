@testable import Training

/// Collects what a training reports, for tests.
final class MeasurementLog {
    struct Entry: Hashable {
        let metric: Metric
        var group: String?
        let epoch: Int
        let step: Int
        let value: Double
    }

    private(set) var entries: [Entry] = []
    /// Seconds; moved by tests.
    var now = 0.0

    func hooks(stopBefore: Int = .max) -> TrainingHooks {
        var asked = 0
        return TrainingHooks(
            report: { measured in
                for (index, value) in measured.values.enumerated() {
                    self.entries.append(
                        Entry(
                            metric: measured.metric, group: measured.group, epoch: measured.epoch,
                            step: measured.firstStep + index, value: value))
                }
            },
            journalPosition: { self.entries.count },
            stopRequested: {
                asked += 1
                return asked > stopBefore
            },
            clock: { self.now })
    }

    func values(_ metric: Metric, group: String? = nil) -> [Double] {
        entries.filter { $0.metric == metric && $0.group == group }.map(\.value)
    }

    /// By metric and step: a stop within an epoch parts what is reported in runs.
    var ordered: [Entry] {
        entries.enumerated().sorted { first, second in
            let keys = [first, second].map { ($0.element.metric.rawValue, $0.element.group ?? "", $0.element.step) }
            return keys[0] == keys[1] ? first.offset < second.offset : keys[0] < keys[1]
        }.map(\.element)
    }

    /// Drops what came after a journal position.
    func cut(at position: Int) { entries.removeSubrange(position...) }
}
