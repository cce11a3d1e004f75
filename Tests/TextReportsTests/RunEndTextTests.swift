import SweepPlanning
import Sweeps
import Testing

@testable import TextReports

struct RunEndTextTests {
    private func words(_ finish: SweepController.Finish, _ states: [TrialState: Int] = [:]) -> String? {
        RunEndText(file: "a.yaml").words(finish, states)
    }

    @Test("an end that is well needs no words, also with trials that diverged beside others")
    func well() {
        #expect(words(.allEnded, [.finished: 3]) == nil)
        #expect(words(.allEnded, [.finished: 1, .diverged: 2]) == nil && words(.allEnded) == nil)
    }

    @Test("an end that is not says why and which command helps")
    func notWell() {
        #expect(words(.stopped) == "Stopped; 'sweep run a.yaml' goes on from here.")
        #expect(
            words(.tooManyFailed(3))
                == "Given up after 3 failed trials ('max_failed'); 'sweep show TRIAL' says why, "
                + "'sweep run a.yaml --retry failed' tries them again.")
        #expect(
            words(.sameFailure("a\u{7}", count: 4))
                == "Given up: 4 trials in a row failed alike (a\\u{7}). Mend the cause; 'sweep run a.yaml --retry "
                + "failed' tries them again, 'sweep run a.yaml' goes on with the rest.")
        #expect(
            words(.allEnded, [.failed: 1, .timedOut: 1, .finished: 1])
                == "2 trials failed; 'sweep show TRIAL' says why, 'sweep run a.yaml --retry failed' tries again.")
        #expect(
            words(.allEnded, [.diverged: 1])
                == "There is no result: 1 trial diverged and none finished; 'sweep show TRIAL' says at which step. "
                + "Lower rates, or 'clip_norm', may help.")
    }
}
