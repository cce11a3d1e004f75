import Randomness
import Settings
import SweepPlanning
import Sweeps
import Testing

@Suite struct SweepControllerTests {
    private static func identities(_ count: Int) -> [TrialIdentity] {
        (0..<count).map { TrialIdentity(stored: "trial \($0)") }
    }

    private let trials = identities(4)

    @Test("starts as many trials as there are jobs, in order, and the next when one ends")
    func startsInOrder() {
        var controller = SweepController(trials: trials, limits: .init(jobs: 2, retries: 1))
        #expect(controller.begin() == [.start(trials[0]), .start(trials[1])])
        #expect(controller.handle(.ended(trials[1], .finished)) == [.start(trials[2])])
        #expect(controller.handle(.ended(trials[0], .diverged(step: 3))) == [.start(trials[3])])
        #expect(controller.handle(.ended(trials[2], .failed(message: "no"))) == [])
        #expect(controller.handle(.ended(trials[3], .finished)) == [.finish(.allEnded)])
    }

    @Test("nothing to do is finished at once")
    func nothingToDo() {
        var controller = SweepController(trials: [], limits: .init(jobs: 2, retries: 1))
        #expect(controller.begin() == [.finish(.allEnded)])
    }

    @Test("a lost trial goes on at the end of the queue, and fails when its retries are used up")
    func retries() {
        var controller = SweepController(trials: [trials[0]], limits: .init(jobs: 1, retries: 1))
        #expect(controller.begin() == [.start(trials[0])])
        #expect(
            controller.handle(.lost(trials[0], reason: "killed"))
                == [.record(trials[0], .interrupted(reason: "killed")), .start(trials[0])])
        #expect(
            controller.handle(.lost(trials[0], reason: "killed again"))
                == [.record(trials[0], .failed(message: "killed again")), .finish(.allEnded)])
    }

    @Test("a stop asks the running trials to end, starts nothing more, and a loss on the way is an interruption")
    func stops() {
        var controller = SweepController(trials: trials, limits: .init(jobs: 2, retries: 0))
        _ = controller.begin()
        #expect(controller.handle(.stopRequested) == [.stop(trials[0]), .stop(trials[1])])
        #expect(controller.handle(.ended(trials[0], .interrupted(reason: "stopped"))) == [])
        #expect(
            controller.handle(.lost(trials[1], reason: "killed"))
                == [.record(trials[1], .interrupted(reason: "killed")), .finish(.stopped)])
        #expect(controller.handle(.stopRequested) == [])
    }

    @Test("too many failed trials stop the sweep, those of earlier runs included")
    func givesUp() {
        var controller = SweepController(
            trials: trials, failedCount: 1, limits: .init(jobs: 2, retries: 0, maxFailed: 2))
        _ = controller.begin()
        #expect(controller.handle(.ended(trials[0], .failed(message: "no"))) == [.stop(trials[1])])
        #expect(controller.handle(.ended(trials[1], .finished)) == [.finish(.tooManyFailed(2))])
        var hopeless = SweepController(trials: trials, failedCount: 2, limits: .init(jobs: 2, retries: 0, maxFailed: 2))
        #expect(hopeless.begin() == [.finish(.tooManyFailed(2))])
    }

    @Test("events about trials that do not run change nothing")
    func strayEvents() {
        var controller = SweepController(trials: trials, limits: .init(jobs: 1, retries: 1))
        _ = controller.begin()
        #expect(controller.handle(.ended(trials[3], .finished)) == [])
        #expect(controller.handle(.lost(trials[2], reason: "?")) == [])
    }

    @Test(
        "in any order of events no trial is lost, doubled or run beside itself, and the end comes once",
        arguments: 0..<300)
    func anyOrder(seed: Int) {
        var random = RandomStream(seed: UInt64(seed), .search)
        let jobs = 1 + Int(random.below(4))
        let trials = Self.identities(Int(random.below(12)))
        let limits = SweepController.Limits(
            jobs: jobs, retries: Int(random.below(3)), maxFailed: random.below(3) == 0 ? 3 : nil)
        var controller = SweepController(trials: trials, limits: limits)
        var running: Set<TrialIdentity> = []
        var ended: [TrialIdentity: AttemptEnd] = [:]
        var finishes: [SweepController.Finish] = []
        var isStopped = false

        func take(_ actions: [SweepController.Action]) {
            for action in actions {
                switch action {
                case .start(let trial):
                    #expect(finishes.isEmpty && !isStopped && ended[trial] == nil)
                    #expect(running.insert(trial).inserted)
                    #expect(running.count <= jobs)
                case .stop(let trial): #expect(running.contains(trial))
                case .record(let trial, let end): if end.state.isEnd { ended[trial] = end }
                case .finish(let finish): finishes.append(finish)
                }
            }
        }

        take(controller.begin())
        while finishes.isEmpty {
            guard let trial = running.sorted(by: { $0.description < $1.description }).randomElement(using: &random)
            else {
                Issue.record("nothing runs, and the sweep has not ended")
                return
            }
            switch random.below(20) {
            case 0:
                isStopped = true
                take(controller.handle(.stopRequested))
            case 1...4:
                running.remove(trial)
                take(controller.handle(.lost(trial, reason: "killed")))
            default:
                running.remove(trial)
                let ends: [AttemptEnd] = [.finished, .finished, .diverged(step: 1), .failed(message: "no")]
                let end = isStopped ? AttemptEnd.interrupted(reason: "stopped") : ends[Int(random.below(4))]
                if end.state.isEnd { ended[trial] = end }
                take(controller.handle(.ended(trial, end)))
            }
        }
        #expect(finishes.count == 1)
        #expect(running.isEmpty)
        if finishes == [.allEnded] { #expect(ended.count == trials.count) }
    }
}
