import Foundation
import Reports
import Settings
import SweepViews
import Sweeps
import Testing

@Suite("Speed of reports") struct ReportSpeedTests {
    /// Of this thread alone, so that tests at its side do not count.
    private var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Four parameters, 40 epochs each.
    private var thousand: [SweepView.TrialResult] {
        (0..<200).flatMap { number in
            (1...5).map { seed in
                let rate = pow(10, -4 + 4 * Double(number % 20) / 19)
                let best = 0.95 - 0.05 * pow(log10(rate) + 2, 2) + 0.004 * Double((number * 7 + seed * 13) % 11)
                let courses = ["dev_accuracy", "train_accuracy"].map { metric in
                    (metric, (1...40).map { best * (1 - exp(-Double($0) / 8)) })
                }
                let losses = ["dev_loss", "train_loss"].map { metric in
                    (metric, (1...40).map { 0.1 + 2 * exp(-Double($0) / 8) * (1 - best / 2) })
                }
                return trial(
                    number + 1, seed: seed,
                    settings: [
                        "optimizer": .string(["sgd", "momentum", "rmsprop", "adam"][number / 20 % 4]),
                        "lr": .number(rate),
                        "batch_size": .int(16 << (number / 80)), "dropout": .number(Double(number % 3) / 5),
                    ],
                    Dictionary(courses + losses + [("lr", (1...40).map { rate / Double($0) })]) { first, _ in first })
            }
        }
    }

    /// 5 s are promised of a release build; the bound is for a machine that is many times as slow, without optimization.
    @Test("a page of 1,000 trials with all its charts, light and dark, takes seconds")
    func thousandTrials() throws {
        let trials = thousand
        let start = processorSeconds
        let one = report(trials)
        let page = try HTMLPage(one.document) { try EmbeddedPicture($0.figure, dark: $0.darkFigure) }.text
        let seconds = processorSeconds - start
        #expect(one.charts.count >= 4 && page.utf8.count < 20_000_000)
        #expect(seconds < 60, "\(seconds) s")
        print("report of 1,000 trials: \(seconds) s of processor time, \(page.utf8.count) bytes")
    }
}
