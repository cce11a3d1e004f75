public import Sweeps

/// How far a run of a sweep has come: what people look at while it works.
public struct RunProgress: Hashable, Sendable {
    /// A trial under way.
    public struct Running: Hashable, Sendable {
        public let trial: Trial
        public let attempt: Int
        public let slot: Int
        /// The last epoch that was measured; 0 before the first.
        public var epoch = 0
        /// The last step that was measured; likewise.
        public var step = 0
        /// The objective's newest value.
        public var objective: Double?

        public init(
            trial: Trial, attempt: Int, slot: Int, epoch: Int = 0, step: Int = 0, objective: Double? = nil
        ) {
            self.trial = trial
            self.attempt = attempt
            self.slot = slot
            self.epoch = epoch
            self.step = step
            self.objective = objective
        }
    }

    /// A trial with the value of the objective that it is judged by.
    public struct Judged: Hashable, Sendable {
        public let trial: Trial
        public let value: Double

        public init(trial: Trial, value: Double) {
            self.trial = trial
            self.value = value
        }
    }

    public let objective: Objective
    /// All trials of the sweep, by state.
    public var counts: [TrialState: Int]
    /// By slot.
    public var running: [Running] = []
    /// Of the trials that have ended well, and of those that have not ended yet; what diverged or failed has no result.
    public var best: Judged? {
        unended.reduce(bestEnded) { best, judged in
            best.map { objective.prefers(judged.value, to: $0.value) } ?? true ? judged : best
        }
    }
    private var bestEnded: Judged?
    /// The best of each trial that has measured something in this run and has not ended.
    private var unended: [Judged] = []
    /// Trials that ended since this run began.
    public var endedInThisRun = 0
    /// Since this run began.
    public var elapsed: Duration = .zero
    public var isStopping = false
    public var isPaused = false

    /// - Parameter best: of the trials that had ended before.
    public init(objective: Objective, counts: [TrialState: Int], best: Judged? = nil) {
        self.objective = objective
        self.counts = counts
        bestEnded = best
    }

    public var total: Int { counts.values.reduce(0, +) }

    public var ended: Int { counts.filter { $0.key.isEnd }.values.reduce(0, +) }

    /// An estimate from the pace so far; nil until a trial has ended in this run.
    public var timeLeft: Duration? {
        guard endedInThisRun > 0 else { return nil }
        return elapsed * (total - ended) / endedInThisRun
    }

    mutating func move(from old: TrialState, to new: TrialState) {
        counts[old, default: 0] -= 1
        counts[new, default: 0] += 1
    }

    /// Takes note of a value of the objective.
    mutating func consider(_ value: Double, of trial: Trial) {
        guard !value.isNaN else { return }
        let judged = Judged(trial: trial, value: value)
        if let place = unended.firstIndex(where: { $0.trial.identity == trial.identity }) {
            if objective.prefers(value, to: unended[place].value) { unended[place] = judged }
        } else {
            unended.append(judged)
        }
    }

    /// Takes note of how a trial ended; one that is to go on has not.
    mutating func end(_ trial: Trial, as state: TrialState) {
        guard state.isEnd, let place = unended.firstIndex(where: { $0.trial.identity == trial.identity }) else {
            return
        }
        let judged = unended.remove(at: place)
        guard state.hasResult, bestEnded.map({ objective.prefers(judged.value, to: $0.value) }) ?? true else { return }
        bestEnded = judged
    }
}
