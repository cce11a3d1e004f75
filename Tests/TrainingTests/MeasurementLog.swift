@testable import Training

/// Collects what a training reports, for tests.
final class MeasurementLog {
    struct Entry: Hashable {
        let metric: Metric
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
            report: { metric, epoch, firstStep, values in
                for (index, value) in values.enumerated() {
                    self.entries.append(Entry(metric: metric, epoch: epoch, step: firstStep + index, value: value))
                }
            },
            journalPosition: { self.entries.count },
            stopRequested: {
                asked += 1
                return asked > stopBefore
            },
            clock: { self.now })
    }

    func values(_ metric: Metric) -> [Double] { entries.filter { $0.metric == metric }.map(\.value) }

    /// Drops what came after a journal position.
    func cut(at position: Int) { entries.removeSubrange(position...) }
}
