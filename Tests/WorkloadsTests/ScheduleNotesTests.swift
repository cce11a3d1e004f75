import Settings
import Testing

@testable import Workloads

@Suite("Notes on schedules")
struct ScheduleNotesTests {
    private func notes(_ settings: [String: SettingValue], epochs: Int = 6) -> [String] {
        let base: [String: SettingValue] = ["data": "digits", "epochs": .int(epochs), "lr": 0.1]
        return ScheduleNotes.sentences(of: base.merging(settings) { $1 }, stepsPerEpoch: 10)
    }

    @Test("name what never comes and what never changes the rate")
    func idle() {
        #expect(
            notes(["decay": ["name": "multistep", "milestones": [3, 50]]]) == [
                "'decay' multistep milestones [3, 50]: 50 never comes: the training ends with epoch 5, counted from 0 as "
                    + "there."
            ])
        #expect(
            notes(["decay": ["name": "step", "step_size": 60, "per": "step"]]) == [
                "'decay' step per step step_size 60: the rate never changes in 6 epochs."
            ])
        #expect(
            notes(["param_groups": [["match": "*", "decay": ["name": "step", "step_size": 50]]]]) == [
                "'param_groups[0].decay' step step_size 50: the rate never changes in 6 epochs."
            ])
    }

    @Test("name the epoch from which nothing is learned any more")
    func withoutRate() {
        #expect(
            notes(["decay": "polynomial"], epochs: 40) == ["'decay' polynomial: the rate is 0 from epoch 6 of 40 on."])
        #expect(
            notes(["decay": ["name": "cosine", "t_max": 5]]) == [
                "'decay' cosine t_max 5: the rate is 0 from epoch 6 of 6 on."
            ])
    }

    @Test("name a patience that outlasts the training")
    func patience() {
        #expect(
            notes(["early_stopping": [:], "evaluate_every": 100], epochs: 60) == [
                "'early_stopping': it cannot end a training: a patience of 10 takes 11 evaluations before the last, and "
                    + "there is 1 in all (evaluate_every 100)."
            ])
        #expect(notes(["early_stopping": ["patience": 4]]).isEmpty)
        #expect(notes(["early_stopping": ["patience": 5]]).count == 1)
        #expect(notes(["decay": ["name": "plateau", "patience": 3]]).isEmpty)
        #expect(
            notes(["decay": ["name": "plateau", "patience": 4]]) == [
                "'decay' plateau patience 4: the rate cannot fall: a patience of 4 takes 6 evaluations before the last, and "
                    + "there are 6 in all."
            ])
    }

    @Test("say nothing of what acts, or was written to change nothing")
    func silence() {
        for decay: SettingValue in [
            "constant", "cosine", ["name": "hyperbola", "rate": 0], ["name": "exponential", "gamma": 1],
            ["name": "step", "step_size": 5], ["name": "formula", "formula": "lr"], ["name": "cosine", "per": "step"],
        ] {
            #expect(notes(["decay": decay]).isEmpty, "\(decay)")
        }
    }
}
