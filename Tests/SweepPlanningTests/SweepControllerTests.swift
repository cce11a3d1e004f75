import SweepPlanning
import Sweeps
import Testing

@Suite struct SweepControllerTests {
    private let trials = (0..<4).map { TrialIdentity(stored: "trial \($0)") }

    private func controller(
        jobs: Int = 1, retries: Int = 1, failed: Int = 0, maxFailed: Int? = nil, breaker: Int? = nil
    ) -> SweepController {
        SweepController(
            trials: trials, failedCount: failed,
            limits: .init(
                jobs: jobs, retries: retries, maxFailed: maxFailed, breaker: breaker, backOff: .milliseconds(250)))
    }

    @Test("starts as many trials as there are jobs, in order, and the next when one ends")
    func startsInOrder() {
        var controller = controller(jobs: 2)
        #expect(controller.begin() == [.start(trials[0]), .start(trials[1])])
        #expect(
            controller.handle(.ended(trials[1], .finished)) == [.record(trials[1], .finished), .start(trials[2])])
        #expect(
            controller.handle(.ended(trials[0], .diverged(step: 3)))
                == [.record(trials[0], .diverged(step: 3)), .start(trials[3])])
        let failed = AttemptEnd.failed(message: "no")
        #expect(controller.handle(.ended(trials[2], failed)) == [.record(trials[2], failed)])
        #expect(
            controller.handle(.ended(trials[3], .finished)) == [.record(trials[3], .finished), .finish(.allEnded)])
    }

    @Test("nothing to do is finished at once")
    func nothingToDo() {
        var controller = SweepController(trials: [], limits: .init(jobs: 2, retries: 1))
        #expect(controller.begin() == [.finish(.allEnded)])
    }

    @Test("a lost trial rests, goes on at the end of the queue, and fails when its retries are used up")
    func retries() {
        var controller = SweepController(trials: [trials[0]], limits: .init(jobs: 1, retries: 1))
        #expect(controller.begin() == [.start(trials[0])])
        #expect(
            controller.handle(.lost(trials[0], reason: "killed"))
                == [.record(trials[0], .interrupted(.lost(reason: "killed"))), .wait(trials[0], .milliseconds(250))])
        #expect(controller.handle(.due(trials[0])) == [.start(trials[0])])
        #expect(controller.handle(.due(trials[0])) == [])
        #expect(
            controller.handle(.lost(trials[0], reason: "killed again"))
                == [.record(trials[0], .failed(message: "killed again")), .finish(.allEnded)])
    }

    @Test("each further loss of a trial doubles its rest, up to a minute")
    func backOff() {
        var controller = SweepController(trials: [trials[0]], limits: .init(jobs: 1, retries: 100))
        _ = controller.begin()
        var rests: [Duration] = []
        for _ in 0..<70 {
            for case .wait(_, let time) in controller.handle(.lost(trials[0], reason: "killed")) { rests.append(time) }
            _ = controller.handle(.due(trials[0]))
        }
        #expect(rests.prefix(4) == [.milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2)])
        #expect(rests.dropFirst(8).allSatisfy { $0 == .seconds(60) } && rests.count == 70)
    }

    @Test("a trial beyond its time is tried again and then timed out; a diverged one is never tried again")
    func timeOut() {
        var controller = controller()
        _ = controller.begin()
        #expect(
            controller.handle(.ended(trials[0], .timedOut)) == [
                .record(trials[0], .interrupted(.timedOut)), .wait(trials[0], .milliseconds(250)),
                .start(trials[1]),
            ])
        _ = controller.handle(.due(trials[0]))
        for trial in trials[1...] { _ = controller.handle(.ended(trial, .diverged(step: 1))) }
        #expect(
            controller.handle(.ended(trials[0], .timedOut)) == [.record(trials[0], .timedOut), .finish(.allEnded)])
    }

    @Test("a worker that dies before it begins costs its trial nothing")
    func unbegun() {
        var controller = SweepController(trials: [trials[0]], limits: .init(jobs: 1, retries: 0))
        _ = controller.begin()
        for _ in 0..<3 {
            #expect(
                controller.handle(.unbegun(trials[0], reason: "no memory"))
                    == [.record(trials[0], .interrupted(.lost(reason: "no memory"))), .start(trials[0])])
        }
    }

    @Test("a stop asks the running trials to end, starts nothing more, and a loss on the way is an interruption")
    func stops() {
        var controller = controller(jobs: 2, retries: 0)
        _ = controller.begin()
        #expect(controller.handle(.stopRequested) == [.stop(trials[0]), .stop(trials[1])])
        let stopped = AttemptEnd.interrupted(.lost(reason: "stopped"))
        #expect(controller.handle(.ended(trials[0], stopped)) == [.record(trials[0], stopped)])
        #expect(
            controller.handle(.lost(trials[1], reason: "killed"))
                == [.record(trials[1], .interrupted(.lost(reason: "killed"))), .finish(.stopped)])
        #expect(controller.handle(.stopRequested) == [])
    }

    @Test(
        "what is wanted before the beginning counts: a stop starts nothing, a pause waits, a cancelled trial is left out"
    )
    func wantedBefore() {
        var stopped = controller(jobs: 2)
        #expect(stopped.handle(.stopRequested) == [])
        #expect(stopped.begin() == [.finish(.stopped)])
        var paused = controller(jobs: 2)
        #expect(paused.handle(.pauseRequested) == [] && paused.begin() == [])
        #expect(paused.handle(.resumeRequested) == [.start(trials[0]), .start(trials[1])])
        var cancelled = controller(jobs: 2)
        #expect(cancelled.handle(.cancelRequested(trials[0])) == [.record(trials[0], .cancelled)])
        #expect(cancelled.handle(.jobsChanged(1)) == [] && cancelled.begin() == [.start(trials[1])])
    }

    @Test("a stop that finds nothing left to do ends the sweep as done")
    func lateStop() {
        var controller = SweepController(trials: [trials[0]], limits: .init(jobs: 1, retries: 0))
        _ = controller.begin()
        _ = controller.handle(.stopRequested)
        #expect(
            controller.handle(.ended(trials[0], .finished)) == [.record(trials[0], .finished), .finish(.allEnded)])
    }

    @Test("a pause lets the running trials end, starts nothing, and they go on first afterwards")
    func pauses() {
        var controller = controller(jobs: 2)
        _ = controller.begin()
        #expect(controller.handle(.pauseRequested) == [.stop(trials[0]), .stop(trials[1])])
        #expect(controller.handle(.pauseRequested) == [])
        let stopped = AttemptEnd.interrupted(.lost(reason: "stopped"))
        for trial in trials[...1] {
            #expect(controller.handle(.ended(trial, stopped)) == [.record(trial, stopped)])
        }
        #expect(controller.isPaused)
        #expect(controller.handle(.resumeRequested) == [.start(trials[1]), .start(trials[0])])
        #expect(!controller.isPaused)
    }

    @Test("fewer jobs stop the trials that started last, more jobs start waiting ones")
    func changesJobs() {
        var controller = controller(jobs: 3)
        _ = controller.begin()
        #expect(controller.handle(.jobsChanged(1)) == [.stop(trials[1]), .stop(trials[2])])
        #expect(controller.handle(.jobsChanged(4)) == [.start(trials[3])])
        let stopped = AttemptEnd.interrupted(.lost(reason: "stopped"))
        #expect(
            controller.handle(.ended(trials[1], stopped)) == [.record(trials[1], stopped), .start(trials[1])])
    }

    @Test("a cancelled trial ends for good, whether it runs, rests or waits")
    func cancels() {
        var controller = controller(jobs: 2, retries: 5)
        _ = controller.begin()
        #expect(controller.handle(.cancelRequested(trials[0])) == [.cancel(trials[0])])
        #expect(controller.handle(.cancelRequested(trials[0])) == [])
        #expect(
            controller.handle(.lost(trials[0], reason: "killed"))
                == [.record(trials[0], .cancelled), .start(trials[2])])
        #expect(controller.handle(.cancelRequested(trials[3])) == [.record(trials[3], .cancelled)])
        _ = controller.handle(.lost(trials[1], reason: "killed"))
        #expect(controller.handle(.cancelRequested(trials[1])) == [.record(trials[1], .cancelled)])
        #expect(controller.handle(.cancelRequested(trials[1])) == [])
        #expect(
            controller.handle(.ended(trials[2], .finished)) == [.record(trials[2], .finished), .finish(.allEnded)])
    }

    @Test("too many failed trials stop the sweep, those of earlier runs included")
    func givesUp() {
        let failed = AttemptEnd.failed(message: "no")
        var controller = controller(jobs: 2, retries: 0, failed: 1, maxFailed: 2)
        _ = controller.begin()
        #expect(controller.handle(.ended(trials[0], failed)) == [.record(trials[0], failed), .stop(trials[1])])
        #expect(
            controller.handle(.ended(trials[1], .finished))
                == [.record(trials[1], .finished), .finish(.tooManyFailed(2))])
        var hopeless = self.controller(jobs: 2, retries: 0, failed: 2, maxFailed: 2)
        #expect(hopeless.begin() == [.finish(.tooManyFailed(2))])
    }

    @Test("the same failure of trial after trial stops the sweep; any other end in between does not")
    func breaks() {
        func end(_ ends: [AttemptEnd]) -> SweepController.Action? {
            var controller = controller(breaker: 3)
            var last = controller.begin()
            for (trial, end) in zip(trials, ends) { last = controller.handle(.ended(trial, end)) }
            return last.last
        }
        let same = AttemptEnd.failed(message: "no such file\nline 7")
        #expect(
            end([same, same, .failed(message: "no such file\nline 9")])
                == .finish(.sameFailure("no such file", count: 3)))
        #expect(end([same, same, .diverged(step: 1), same]) == .finish(.allEnded))
        #expect(end([same, same, .failed(message: "other"), same]) == .finish(.allEnded))
    }

    @Test("events about trials that do not run change nothing")
    func strayEvents() {
        var controller = controller()
        _ = controller.begin()
        #expect(controller.handle(.ended(trials[3], .finished)) == [])
        #expect(controller.handle(.lost(trials[2], reason: "?")) == [])
        #expect(controller.handle(.cancelRequested(TrialIdentity(stored: "other"))) == [])
    }
}
