import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// What a configuration came to, row by row.
@Suite struct FinalChartTests {
    @Test("final: the best on top with their intervals, the tied group in its colour")
    func final() throws {
        let figure = try figure(
            .final,
            seeds(1, ["lr": .int(1)], around: 0.5) + seeds(2, ["lr": .int(2)], around: 0.9)
                + seeds(3, ["lr": .int(3)], around: 0.89))
        #expect(figure.y == Axis("", categories: ["lr 2", "lr 3", "lr 1"]))
        #expect(figure.subtitle == "Dot: mean of 3 seeds; small: each seed; bar: 95 % interval of the mean.")
        #expect(figure.styleKeys.map(\.label) == ["tied with the best", "worse"])
        let dots = marks(figure, DotMark.self).filter { ["tied with the best", "worse"].contains($0.series) }
        #expect(dots.map(\.shape) == [.circle, .ring])
        #expect(dots.map(\.y) == [[0, 1], [2]])
        #expect(zip(dots[0].x, [0.9, 0.89]).allSatisfy { abs($0 - $1) < 1e-12 })
        // The quantile of Student's t for two degrees of freedom is 4.303, the standard error 0.02 / √3.
        let interval = marks(figure, IntervalMark.self)[0]
        #expect(abs(interval.high[0] - (0.9 + 4.30265 * 0.02 / 3.0.squareRoot())) < 1e-6)
    }

    @Test("final: a best that nothing is tied with is called so")
    func alone() throws {
        let figure = try figure(
            .final, seeds(1, ["lr": .int(1)], around: 0.1) + seeds(2, ["lr": .int(2)], around: 0.9))
        #expect(figure.styleKeys.map(\.label) == ["the best", "worse"])
        #expect(marks(figure, DotMark.self).contains { $0.series == "the best" && $0.y == [0] })
    }

    @Test("final: no interval of an accuracy reaches above 1, and no axis")
    func finalWithinLimits() throws {
        let figure = try figure(
            .final, seeds(1, ["lr": .int(1)], around: 0.98) + seeds(2, ["lr": .int(2)], around: 0.9))
        let interval = marks(figure, IntervalMark.self)
        #expect(interval.flatMap(\.high).max() == 1)
        #expect(figure.x.limits == 0...1)
    }

    @Test("final: what came to nothing has rows at the bottom that say why")
    func finalOfDiverged() throws {
        let figure = try figure(
            .final,
            seeds(1, ["lr": .int(1)], around: 0.5)
                + [
                    trial(2, state: .diverged, settings: ["lr": .int(9)], [:]),
                    trial(3, state: .failed, settings: ["lr": .int(10)], [:]),
                    trial(4, state: .pending, settings: ["lr": .int(11)], [:]),
                ])
        #expect(figure.y.categories == ["lr 1", "lr 9", "lr 10"])
        let cross = try #require(marks(figure, BeyondMark.self).first)
        #expect(cross.edge == .left && cross.at == [1, 2] && cross.texts == ["diverged", "failed"])
        #expect(figure.subtitle.hasSuffix("Of 6 trials: 1 pending, 1 diverged, 1 failed."))
    }

    @Test("final: a mean far from the others is a triangle at the edge with its number")
    func finalOutlier() throws {
        let trials = (1...6).map { trial($0, ["dev_accuracy": [0.9 + 0.01 * Double($0)]]) }
        let figure = try figure(.final, trials + [trial(7, ["dev_accuracy": [0.1]])])
        let outside = try #require(marks(figure, BeyondMark.self).first)
        #expect(outside.at == [6] && outside.values == [0.1] && outside.texts == ["0.100"])
        #expect(marks(figure, DotMark.self)[0].y == [0, 1, 2, 3, 4, 5])
        #expect(figure.x.domain.map { $0.contains(0.91) && !$0.contains(0.8) } == true)
        #expect(figure.subtitle.contains("Triangle: a mean far outside, in numbers."))
    }

    @Test("final: a mean that seeds of others make room for is a dot, not a triangle inside the axis")
    func finalWithinAxis() throws {
        let values: [[Double]] = [
            [0.99, 0.99], [0.98, 0.98], [0.97], [0.96], [0.95], [1, 0.72], [0.82, 0.82], [0.3],
        ]
        let trials = values.enumerated().flatMap { number, values in
            values.enumerated().map { trial(number + 1, seed: $0 + 1, ["dev_accuracy": [$1]]) }
        }
        let figure = try figure(.final, trials)
        #expect(marks(figure, BeyondMark.self).flatMap(\.values) == [0.3])
        #expect(figure.x.domain.map { $0.contains(0.82) } == true)
        let dots = marks(figure, DotMark.self).filter { !$0.series.hasSuffix("each seed") }
        #expect(dots.flatMap(\.x).contains(0.82))
    }

    @Test(
        "what lies within the spread of seeds has room beside means that are nearly equal",
        arguments: [ChartKind.final, .slices, .pareto])
    func nearInSeeds(kind: ChartKind) throws {
        func trials(_ last: Double) -> [SweepView.TrialResult] {
            [0.8, 0.801, 0.802, 0.803, 0.804, 0.805, last].enumerated().flatMap { number, mean in
                [-0.02, 0.02].enumerated().map { seed, shift in
                    trial(number + 1, seed: seed + 1, ["dev_accuracy": [mean + shift]])
                }
            }
        }
        #expect(try marks(figure(kind, trials(0.75)), BeyondMark.self).isEmpty)
        #expect(try marks(figure(kind, trials(0.2)), BeyondMark.self).flatMap(\.at).count == 1)
    }

    @Test("final: beside a mean far outside the axis still reaches as far as seeds usually do")
    func finalRoomForSeeds() throws {
        let trials = [0.8, 0.801, 0.802, 0.803, 0.804, 0.805, 0.1].enumerated().flatMap { number, mean in
            [-0.02, 0.02].enumerated().map { seed, shift in
                trial(number + 1, seed: seed + 1, ["dev_accuracy": [mean + shift]])
            }
        }
        let figure = try figure(.final, trials)
        #expect(marks(figure, BeyondMark.self).flatMap(\.at) == [6])
        #expect(figure.x.domain.map { $0.contains(0.78) && $0.contains(0.825) && !$0.contains(0.5) } == true)
    }

    @Test("final: rows leave out what all have in common, and the subtitle says it")
    func finalLabels() throws {
        let trials = (1...8).map { index in
            trial(
                index, settings: ["optimizer": .string(index < 4 ? "sgd" : "adam"), "width": .int(index)],
                ["dev_accuracy": [Double(index) / 10]])
        }
        let figure = try figure(.final, trials) { $0.top = 3 }
        #expect(figure.y.categories == ["width 8", "width 7", "width 6"])
        #expect(figure.subtitle.contains("All shown: adam."))
    }

    @Test("final: of one seed there is no interval, and nothing is told apart")
    func finalOfOneSeed() throws {
        let figure = try figure(.final, [trial(1, ["dev_accuracy": [0.5]]), trial(2, ["dev_accuracy": [0.6]])])
        #expect(
            figure.subtitle
                == "Dot: one seed; an interval takes 3 seeds. With one seed each nothing can be told apart.")
        #expect(marks(figure, DotMark.self).map(\.x) == [[0.6, 0.5]])
    }
}
