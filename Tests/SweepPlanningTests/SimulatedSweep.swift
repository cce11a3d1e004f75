import Randomness
import SweepPlanning
import Sweeps

/// A machine that trains nothing: a virtual clock, random fates of attempts and random requests of a person, around a real
/// controller, whose every action is held against its promises.
struct SimulatedSweep {
    /// A promise that was broken.
    struct Violation: Error, CustomStringConvertible {
        let description: String
    }

    private struct Attempt {
        var isAsked = false
        var isCancelled = false
        let endsAt: UInt64
    }

    private var random: RandomStream
    private let trials: [TrialIdentity]
    private var controller: SweepController
    private var now: UInt64 = 0
    private var running: [TrialIdentity: Attempt] = [:]
    private var due: [TrialIdentity: UInt64] = [:]
    private var ended: [TrialIdentity: AttemptEnd] = [:]
    private var hasBegun = false
    private var isStopped = false
    /// Whether failures may end the sweep before its trials have.
    private var mayGiveUp = true
    private var finish: SweepController.Finish?
    private(set) var events = 0

    init(seed: Int) {
        random = RandomStream(seed: UInt64(seed), .search)
        trials = (0..<Int(random.below(24))).map { TrialIdentity(stored: "trial \($0)") }
        controller = SweepController(trials: trials, limits: Self.limits(&random, mayGiveUp: true))
    }

    private static func limits(_ random: inout RandomStream, mayGiveUp: Bool) -> SweepController.Limits {
        .init(
            jobs: 1 + Int(random.below(5)), retries: Int(random.below(4)),
            maxFailed: random.below(4) == 0 && mayGiveUp ? 1 + Int(random.below(6)) : nil,
            breaker: random.below(3) == 0 && mayGiveUp ? 2 + Int(random.below(4)) : nil)
    }

    /// Runs the sweep, and again whenever it stopped or its scheduler was killed, until all trials have ended; after it
    /// gave up, without the limits that made it do so.
    mutating func run() throws {
        for _ in 0..<1_000 {
            try runOnce()
            guard let finish else {
                restart()
                continue
            }
            switch finish {
            case .allEnded:
                guard ended.count == trials.count else { throw violation("trials were lost") }
                return
            case .stopped: restart()
            case .tooManyFailed, .sameFailure:
                mayGiveUp = false
                restart()
            }
        }
        throw violation("the sweep never ends")
    }

    /// A new scheduler, which knows what was recorded.
    private mutating func restart() {
        running = [:]
        due = [:]
        (hasBegun, isStopped, finish) = (false, false, nil)
        let failed = ended.values.filter { $0.state == .failed || $0.state == .timedOut }.count
        controller = SweepController(
            trials: trials.filter { ended[$0] == nil }, failedCount: failed,
            limits: Self.limits(&random, mayGiveUp: mayGiveUp))
    }

    /// To its end, or until the scheduler is killed.
    private mutating func runOnce() throws {
        for _ in 0..<(random.below(4) == 0 ? 3 : 0) { try take(request()) }
        hasBegun = true
        try take(controller.begin())
        while finish == nil {
            events += 1
            if random.below(100) == 0 { return }
            if random.below(8) == 0 { try take(request()) } else { try advance() }
        }
        guard running.isEmpty else { throw violation("the sweep ends while trials run") }
        guard controller.handle(.stopRequested) == [], controller.handle(.resumeRequested) == [] else {
            throw violation("something is to be done after the end")
        }
    }

    /// To the next thing that happens by itself.
    private mutating func advance() throws {
        let rest = due.min { ($0.value, $0.key.description) < ($1.value, $1.key.description) }
        let next = running.min { ($0.value.endsAt, $0.key.description) < ($1.value.endsAt, $1.key.description) }
        if let (trial, time) = rest, time <= next?.value.endsAt ?? .max {
            now = max(now, time)
            due[trial] = nil
            return try take(controller.handle(.due(trial)))
        }
        guard let (trial, attempt) = next else {
            guard controller.isPaused else { throw violation("nothing runs, nothing rests, and nobody paused it") }
            return try take(controller.handle(.resumeRequested))
        }
        now = max(now, attempt.endsAt)
        running[trial] = nil
        try take(controller.handle(fate(of: trial, attempt)))
    }

    private mutating func fate(of trial: TrialIdentity, _ attempt: Attempt) -> SweepController.Event {
        let chance = random.below(20)
        if chance < 3 { return .lost(trial, reason: "killed") }
        if chance == 3 { return .unbegun(trial, reason: "no worker") }
        if attempt.isAsked, chance < 14 {
            return .ended(trial, attempt.isCancelled ? .cancelled : .interrupted(.lost(reason: "asked")))
        }
        let ends: [AttemptEnd] = [
            .finished, .finished, .finished, .diverged(step: 1), .failed(message: "no"), .failed(message: "none"),
            .timedOut, .pruned, .interrupted(.lost(reason: "by itself")),
        ]
        return .ended(trial, ends[Int(random.below(UInt64(ends.count)))])
    }

    private mutating func request() -> [SweepController.Action] {
        switch random.below(6) {
        case 0: return controller.handle(.pauseRequested)
        case 1: return controller.handle(.resumeRequested)
        case 2: return controller.handle(.jobsChanged(1 + Int(random.below(6))))
        case 3:
            let other = TrialIdentity(stored: "other")
            return controller.handle(.cancelRequested(trials.randomElement(using: &random) ?? other))
        case 4 where random.below(4) == 0:
            isStopped = true
            return controller.handle(.stopRequested)
        default: return controller.handle(.lost(TrialIdentity(stored: "other"), reason: "stray"))
        }
    }

    private mutating func take(_ actions: [SweepController.Action]) throws {
        for action in actions {
            guard finish == nil else { throw violation("\(action) after the end") }
            if !hasBegun {
                guard case .record = action else { throw violation("\(action) before the beginning") }
            }
            switch action {
            case .start(let trial):
                guard ended[trial] == nil, running[trial] == nil, due[trial] == nil else {
                    throw violation("\(trial) starts, which runs, rests or has ended")
                }
                guard !isStopped, !controller.isPaused else { throw violation("\(trial) starts although it is not to") }
                running[trial] = Attempt(endsAt: now + 1 + random.below(50))
                guard running.count <= controller.limits.jobs else { throw violation("too many trials run") }
            case .wait(let trial, let time):
                guard running[trial] == nil, ended[trial] == nil else { throw violation("\(trial) rests") }
                due[trial] = now + UInt64(time / .milliseconds(1))
            case .stop(let trial), .cancel(let trial):
                if case .stop = action, running[trial]?.isAsked == true { throw violation("\(trial) is asked twice") }
                guard running[trial] != nil else { throw violation("\(trial) is asked to end and does not run") }
                running[trial]?.isAsked = true
                if case .cancel = action { running[trial]?.isCancelled = true }
            case .record(let trial, let end):
                guard ended[trial] == nil, running[trial] == nil else { throw violation("\(trial) ends twice") }
                due[trial] = nil
                if end.state.isEnd { ended[trial] = end }
            case .finish(let finish): self.finish = finish
            }
        }
    }

    private func violation(_ words: String) -> Violation {
        Violation(description: "\(words) (\(events) events, time \(now))")
    }
}
