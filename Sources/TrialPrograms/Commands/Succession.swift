import ProgramMetrics
import Sweeps
import TrialFolders

/// How what an attempt reports takes the place of what earlier attempts reported: from its first step on; and all of it,
/// where the program has begun at the beginning.
struct Succession {
    /// Whether there is something that it may go on from.
    private let isNeeded: Bool
    /// The first step that the attempt has reported of each metric, from the source that counts.
    private var firstSteps: [String: Int] = [:]
    /// Whether the program has begun at the beginning, so that nothing is left of earlier attempts.
    private var isAfresh = false

    init(isNeeded: Bool) {
        self.isNeeded = isNeeded
    }

    /// What counts no more as soon as `finding` does.
    mutating func withdrawals(before finding: Finding) -> [Withdrawal] {
        switch finding {
        case .values(let runs, _):
            let withdrawals = isNeeded && !isAfresh ? takePlace(of: runs) : []
            for run in runs { firstSteps[run.metric] = min(firstSteps[run.metric] ?? .max, run.firstStep) }
            return withdrawals
        case .withdrawn(let metric):
            guard let step = firstSteps.removeValue(forKey: metric) else { return [] }
            return [Withdrawal(metric: metric, firstStep: step)]
        }
    }

    private mutating func takePlace(of runs: [MeasurementRun]) -> [Withdrawal] {
        var withdrawals: [Withdrawal] = []
        for run in runs where run.firstStep < firstSteps[run.metric] ?? .max {
            isAfresh = firstSteps.isEmpty && run.firstStep <= 1
            if isAfresh { return [Withdrawal(metric: nil, firstStep: 0)] }
            firstSteps[run.metric] = run.firstStep
            withdrawals.append(Withdrawal(metric: run.metric, firstStep: run.firstStep))
        }
        return withdrawals
    }
}
