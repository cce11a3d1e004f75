import Sweeps
import TrialFolders

/// What the scheduler knows of the worker at one slot.
struct WorkerSlot {
    /// The attempt that the worker is at, or is about to begin.
    struct Work {
        let trial: Trial
        var follower: AttemptFollower
        /// GPUs that it was given.
        let gpus: [String]
        /// When its time began; a worker that has yet to start takes none of it.
        var began = ContinuousClock.now
        /// How the attempt ends unless its journal says otherwise: its time is up, or its memory.
        var verdict: AttemptEnd?
        /// When the attempt, which was told to end, is ended by force.
        var endsBy: ContinuousClock.Instant?
        private(set) var epoch = 0
        private(set) var step = 0
        private(set) var objective: Double?
        private(set) var measured: Set<String> = []

        init(trial: Trial, follower: AttemptFollower, gpus: [String]) {
            self.trial = trial
            self.follower = follower
            self.gpus = gpus
        }

        /// Notes what was measured for those who watch.
        mutating func take(_ run: MeasurementRun, objective wanted: Objective, into progress: inout RunProgress) {
            measured.insert(run.metric)
            epoch = max(epoch, run.epoch ?? 0)
            step = max(step, run.firstStep + max(0, run.values.count - 1))
            guard run.metric == wanted.metric, let value = run.values.last else { return }
            objective = value
            progress.consider(value, of: trial)
        }
    }

    var work: Work?
    var isStaffed = false
    /// Whether the worker has said that it waits for orders.
    var isReady = false
    /// Why the worker cannot work here, in its own words.
    var startFailure: String?
    /// How often the scheduler has looked for the worker that is not ready yet.
    var looksWhileStarting = 0
    /// When a worker that was told to leave is ended by force.
    var leavesBy: ContinuousClock.Instant?

    /// Whether a trial may be given to it now.
    var isFree: Bool { work == nil && leavesBy == nil }

    func running(at slot: Int) -> RunProgress.Running? {
        guard let work else { return nil }
        return RunProgress.Running(
            trial: work.trial, attempt: work.follower.attempt.number, slot: slot, epoch: work.epoch,
            step: work.step, objective: work.objective)
    }
}
