import Settings
import Sweeps
import Testing

@testable import TrialScheduling

@Suite struct RunProgressTests {
    private func trial(_ rate: Int) -> Trial {
        Trial(configuration: Configuration(["lr": .int(rate)]), seed: 1, data: "d")
    }

    @Test("what a trial measured before it diverged or failed is no result", arguments: [TrialState.diverged, .failed])
    func broken(state: TrialState) {
        var progress = RunProgress(
            objective: Objective(), counts: [:], best: RunProgress.Judged(trial: trial(1), value: 0.5))
        progress.consider(0.8, of: trial(2))
        progress.consider(0.6, of: trial(3))
        #expect(progress.best?.trial == trial(2))
        progress.end(trial(2), as: state)
        #expect(progress.best == RunProgress.Judged(trial: trial(3), value: 0.6))
        progress.end(trial(3), as: state)
        #expect(progress.best?.value == 0.5)
    }

    @Test("of a trial that finished or goes on its best value counts")
    func ended() {
        var progress = RunProgress(objective: Objective(), counts: [:])
        for value in [0.7, 0.9, 0.8, .nan] { progress.consider(value, of: trial(1)) }
        progress.end(trial(1), as: .pending)
        #expect(progress.best?.value == 0.9)
        progress.consider(0.85, of: trial(1))
        progress.end(trial(1), as: .finished)
        progress.consider(0.88, of: trial(2))
        progress.end(trial(2), as: .pruned)
        #expect(progress.best == RunProgress.Judged(trial: trial(1), value: 0.9))
    }
}
