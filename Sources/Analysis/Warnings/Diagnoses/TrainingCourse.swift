import Foundation
import Sweeps

/// What the finished trials of one configuration measured besides the objective, as diagnoses need it.
struct TrainingCourse {
    let outcomes: [TrialOutcome]

    /// - Parameter outcomes: of one configuration; those that did not finish say nothing.
    init(_ outcomes: [TrialOutcome]) {
        self.outcomes = outcomes.filter { $0.state == .finished }
    }

    /// The last epoch that a trial trained; 0 where epochs are not counted.
    static func lastEpoch(of outcome: TrialOutcome) -> Int {
        outcome.summaries.values.compactMap(\.last.epoch).max() ?? 0
    }

    /// What holds of nearly all trials: of three quarters of them, and of at least one.
    func mostly(_ holds: (TrialOutcome) -> Bool) -> Bool {
        !outcomes.isEmpty && 4 * outcomes.count(where: holds) >= 3 * outcomes.count
    }

    /// The median over trials; nil without any.
    func median(_ value: (TrialOutcome) -> Double?) -> Double? {
        SampleStatistics.median(of: outcomes.compactMap(value).filter(\.isFinite))
    }
}

extension Double {
    /// With three significant digits.
    var inDiagnosis: String { NumberWords.text(self, digits: 3) }
}
