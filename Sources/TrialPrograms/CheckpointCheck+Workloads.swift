public import SweepRuns
import Workloads

extension CheckpointCheck {
    /// Checkpoints of the training core.
    public static let workloads = CheckpointCheck { folder, identity, lostMeasurements in
        try StoredCheckpoints(folder: folder, identity: identity).problems(lostMeasurements: lostMeasurements)
            .map { problem in Problem(words: problem.description) { problem.setAside() } }
    }
}
