import Settings
import SweepViews
import Sweeps
import Testing
import TrialScheduling

@testable import TextReports

@Suite struct ProgressTextTests {
    private static func trial(_ rate: Int) -> Trial {
        Trial(configuration: Configuration(["lr": .int(rate), "epochs": .int(9)]), seed: 1, data: "d")
    }

    private let text = ProgressText(
        name: "a-sweep", labels: ConfigurationLabels([trial(1).configuration, trial(2).configuration]))

    private func progress(running count: Int) -> RunProgress {
        var progress = RunProgress(
            objective: Objective(), counts: [.finished: 3, .running: count, .diverged: 1],
            best: RunProgress.Judged(trial: Self.trial(2), value: 0.98765))
        progress.running = (0..<count).map { slot in
            RunProgress.Running(
                trial: Self.trial(slot), attempt: 1, slot: slot, epoch: 4, objective: 0.9765)
        }
        return progress
    }

    @Test("says what is done, what is best and what runs")
    func block() {
        let lines = text.block(progress(running: 2), columns: 100, rows: 24, colour: false)
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("a-sweep  ━") && lines[0].hasSuffix("─  4/6 trials, 2 running, 1 diverged"))
        #expect(lines[1] == "best  dev_accuracy 0.9877  lr 2, seed 1")
        #expect(lines[3] == "  ▸ lr 1, seed 1  epoch 4/9  dev_accuracy 0.9765")
    }

    @Test("fits any terminal", arguments: [20, 33, 60, 79, 200], [1, 2, 3, 10])
    func fits(columns: Int, rows: Int) {
        let lines = text.block(progress(running: 30), columns: columns, rows: rows, colour: false)
        #expect(lines.count <= rows)
        #expect(lines.allSatisfy { SafeText.width(of: $0) <= columns })
        if rows == 10 { #expect(lines.last?.hasPrefix("  … and 23 more") == true) }
    }

    @Test("colours the bar only where colour is wanted")
    func colour() {
        #expect(text.block(progress(running: 1), columns: 100, rows: 9, colour: true)[0].contains("\u{1b}[32m"))
        #expect(!text.block(progress(running: 1), columns: 100, rows: 9, colour: false)[0].contains("\u{1b}"))
    }

    @Test("one line says all where there is no terminal")
    func summary() {
        #expect(
            text.summary(progress(running: 1))
                == "a-sweep: 4/5 trials, 1 running, 1 diverged, best dev_accuracy 0.9877 (lr 2, seed 1)")
    }
}
