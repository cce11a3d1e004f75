import Analysis
import Sweeps
import Testing

@Suite("Rankings")
struct RankingTests {
    @Test("a configuration's seeds make a mean and a deviation at each trial's best epoch")
    func groups() throws {
        let ranking = Ranking(
            of: [
                outcome(1, seed: 2, .finished, [0.5, 0.75, 0.625], seconds: 3),
                outcome(1, seed: 1, .finished, [0.25, 0.125], seconds: 1), outcome(2, .finished, [0.375]),
            ], by: Objective())
        let best = try #require(ranking.entries.first)
        #expect(best.rank == 1)
        #expect(best.result.number == 1)
        #expect(best.result.values.map(\.seed) == [1, 2])
        #expect(best.result.values.map(\.point.value) == [0.25, 0.75])
        #expect(best.result.values.map(\.point.epoch) == [1, 2])
        #expect(best.result.mean == 0.5)
        #expect(best.result.standardDeviation == 0.125.squareRoot())
        #expect(best.result.epoch == 1.5)
        #expect(best.result.seconds == 2)
        #expect(ranking.entries.last?.result.standardDeviation == nil)
    }

    @Test("the last value counts where the objective says so, and less is better where it says so")
    func selections() {
        let outcomes = [outcome(1, .finished, [0.5, 0.75, 0.625]), outcome(2, .finished, [0.7, 0.6])]
        let last = Ranking(of: outcomes, by: Objective(selection: .last))
        #expect(last.entries.map(\.result.mean) == [0.625, 0.6])
        let least = Ranking(of: outcomes, by: Objective(metric: "dev_accuracy", goal: .minimize))
        #expect(least.entries.map(\.result.mean) == [0.5, 0.6])
    }

    @Test("equal means share a rank and the next rank is left out, whatever sums are rounded to")
    func ties() {
        let ranking = Ranking(
            of: [
                outcome(1, seed: 1, .finished, [0.1]), outcome(2, .finished, [0.95]),
                outcome(3, seed: 1, .finished, [0.7]), outcome(3, seed: 2, .finished, [0.1]),
                outcome(3, seed: 3, .finished, [0.3]), outcome(4, seed: 1, .finished, [0.3]),
                outcome(4, seed: 2, .finished, [0.3]), outcome(4, seed: 3, .finished, [0.5]),
            ], by: Objective())
        #expect(ranking.entries.map(\.rank) == [1, 2, 2, 4])
        #expect(ranking.entries.map(\.result.number) == [2, 3, 4, 1])
    }

    @Test("trials that diverged, failed or still run are counted, and their values are not")
    func states() throws {
        let ranking = Ranking(
            of: [
                outcome(1, seed: 1, .finished, [0.5]), outcome(1, seed: 2, .diverged, [0.9]),
                outcome(1, seed: 3, .running, [0.9]), outcome(2, .failed), outcome(3, .finished, [.nan]),
            ], by: Objective())
        #expect(ranking.entries.map(\.rank) == [1, nil, nil])
        let first = try #require(ranking.entries.first).result
        #expect(first.mean == 0.5)
        #expect(first.trials == [.finished: 1, .diverged: 1, .running: 1])
        #expect(ranking.entries.map(\.result.number) == [1, 2, 3])
        #expect(ranking.entries.last?.result.values.isEmpty == true)
    }

    @Test("a lost seed counts as worse than any value: fewer lost seeds come first, then the mean")
    func lostSeeds() {
        let ranking = Ranking(
            of: [
                outcome(1, seed: 1, .finished, [0.99]), outcome(1, seed: 2, .diverged),
                outcome(1, seed: 3, .diverged), outcome(2, seed: 1, .finished, [0.5]),
                outcome(2, seed: 2, .finished, [0.6]), outcome(3, seed: 1, .finished, [0.7]),
                outcome(3, seed: 2, .finished, [0.8]), outcome(3, seed: 3, .timedOut),
                outcome(4, seed: 1, .finished, [0.9]), outcome(4, seed: 2, .finished, [0.9]),
                outcome(4, seed: 3, .finished, [.nan]), outcome(5, seed: 1, .failed),
            ], by: Objective())
        #expect(ranking.entries.map(\.result.number) == [2, 4, 3, 1, 5])
        #expect(ranking.entries.map(\.rank) == [1, 2, 3, 4, nil])
        #expect(ranking.entries.map(\.result.lostCount) == [0, 1, 1, 2, 1])
    }

    @Test("trials that still run, or were stopped, are not lost")
    func notLost() throws {
        let states: [TrialState] = [.pending, .running, .cancelled, .pruned]
        let outcomes = states.enumerated().map { outcome(1, seed: $0.offset + 2, $0.element) }
        let ranking = Ranking(
            of: outcomes + [outcome(1, .finished, [0.9]), outcome(2, .finished, [0.8])], by: Objective())
        #expect(ranking.entries.map(\.result.number) == [1, 2])
        #expect(try #require(ranking.entries.first).result.lostShare == 0)
    }

    @Test("equal means share no rank where one lost a seed")
    func equalMeansWithLosses() {
        let ranking = Ranking(
            of: [
                outcome(1, seed: 1, .finished, [0.9]), outcome(1, seed: 2, .diverged), outcome(2, .finished, [0.9]),
            ], by: Objective())
        #expect(ranking.entries.map(\.rank) == [1, 2])
        #expect(ranking.entries.map(\.result.number) == [2, 1])
    }

    @Test("accuracies are spoken of in points, other metrics and other scales are not")
    func units() {
        func unit(_ metric: String, _ value: Double, defined: MetricDefinition? = nil) -> ObjectiveUnit {
            let summary = MetricSummary(of: MetricPoint(epoch: 1, step: 1, value: value))
            let one = TrialOutcome(
                trial: Trial(configuration: Configuration(), seed: 1, data: "d"), configurationNumber: 1,
                state: .finished, summaries: [metric: summary], seconds: nil)
            return Ranking(of: [one], by: Objective(metric: metric), metric: defined).unit
        }
        #expect(unit("dev_accuracy", 0.9) == .points)
        #expect(unit("val/acc", 1) == .points)
        #expect(unit("accuracy", 90) == .plain)
        #expect(unit("dev_loss", 0.9) == .magnitude)
        #expect(unit("epoch_seconds", 0.9) == .magnitude)
        #expect(unit("dev_loss", -0.1) == .plain)
        #expect(unit("vae_loss", 0.9) == .plain)
        #expect(unit("accelerator", 0.9) == .plain)
        #expect(unit("dev_f1", 0.9) == .points)
        let own = MetricDefinition(name: "hits", goal: .maximize, unit: .share)
        #expect(unit("hits", 0.9, defined: own) == .points && unit("hits", 9, defined: own) == .plain)
    }

    @Test("nothing has an empty ranking")
    func nothing() {
        #expect(Ranking(of: [], by: Objective()).entries.isEmpty)
    }

    @Test("the order of trials does not matter")
    func order() {
        let outcomes = (1...20).flatMap { number in
            (1...3).map { outcome(number, seed: $0, .finished, [Double(number * $0 % 7) / 10 + 0.01]) }
        }
        #expect(Ranking(of: outcomes, by: Objective()) == Ranking(of: outcomes.reversed(), by: Objective()))
    }

    @Test("a thousand trials are ranked from their summaries")
    func speed() {
        let outcomes = (1...1000).map { outcome($0, .finished, [Double($0 % 97) / 97]) }
        let time = ContinuousClock().measure { #expect(Ranking(of: outcomes, by: Objective()).entries.count == 1000) }
        print("ranking 1,000 trials: \(time)")
    }
}
