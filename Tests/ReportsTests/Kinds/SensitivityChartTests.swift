import Charts
import Settings
import SweepViews
import Sweeps
import Testing

@testable import Reports

/// The objective over a number that was varied.
@Suite struct SensitivityChartTests {
    @Test(
        "sensitivity: a line per optimizer over the learning rate, the best of the rest, with gaps where none finished")
    func sensitivity() throws {
        func one(
            _ number: Int, _ optimizer: String, _ rate: Double, _ accuracy: Double, width: Int = 8,
            state: TrialState = .finished
        ) -> SweepView.TrialResult {
            trial(
                number, state: state,
                settings: ["optimizer": .string(optimizer), "lr": .number(rate), "width": .int(width)],
                ["dev_accuracy": [accuracy]])
        }
        let figure = try figure(
            .sensitivity,
            [
                one(1, "sgd", 0.1, 0.7), one(2, "sgd", 0.1, 0.8, width: 16), one(3, "sgd", 1, 0.1, state: .diverged),
                one(4, "sgd", 10, 0.6), one(5, "adam", 0.1, 0.9),
            ])
        #expect(figure.x.scale == .log && figure.x.ticks == [0.1, 1, 10])
        let lines = marks(figure, LineMark.self)
        // The best first.
        #expect(lines.map(\.label) == ["adam", "sgd"])
        #expect(lines[1].x == [0.1, 1, 10])
        #expect(lines[1].y[0] == 0.8 && lines[1].y[1].isNaN && lines[1].y[2] == 0.6)
        #expect(marks(figure, DotMark.self).filter { $0.shape == .ring }.map(\.x) == [[0.1], [0.1]])
        let crosses = marks(figure, BeyondMark.self)
        #expect(crosses.map(\.at) == [[1]] && crosses[0].sign == .cross && crosses[0].edge == .bottom)
        #expect(
            figure.subtitle.hasSuffix("ring: the best of the line. ✕: every seed diverged. Of 5 trials: 1 diverged."))
        // Lines with the same numbers stand beside each other.
        let shifts = Set(figure.marks.map { ($0 as? ShiftedMark)?.distance ?? 0 })
        #expect(shifts == [-1.3, 1.3])
    }

    @Test("sensitivity: where each configuration has a number of its own, the line joins the best of ten stretches")
    func searchedSensitivity() throws {
        let trials = (0..<40).map { index in
            trial(
                index + 1, settings: ["lr": .number(powerOfTen(index))],
                ["dev_accuracy": [index.isMultiple(of: 2) ? 0.9 : 0.1]])
        }
        let figure = try figure(.sensitivity, trials)
        let line = try #require(marks(figure, LineMark.self).first)
        #expect(line.x.count == 10 && line.y.allSatisfy { $0 == 0.9 })
        #expect(marks(figure, DotMark.self).first?.x.count == 40)
        #expect(figure.x.scale == .log && figure.x.ticks == nil)
        #expect(figure.subtitle == "Dot: a configuration, one seed; line: the best around there; ring: the best.")
    }

    @Test("sensitivity: an option of different settings is not one number")
    func owners() {
        func one(_ number: Int, _ decay: String, _ gamma: Double) -> SweepView.TrialResult {
            trial(
                number, settings: ["decay": .mapping(["name": .string(decay), "gamma": .number(gamma)])],
                ["dev_accuracy": [gamma]])
        }
        let different = [one(1, "step", 0.3), one(2, "exponential", 0.9)]
        #expect(ChartKind.sensitivity.figure(of: results(different)) == nil)
        var options = ChartOptions()
        options.xParameter = "decay.gamma"
        #expect(ChartKind.sensitivity.figure(of: results(different), options: options) == nil)
        let figure = ChartKind.sensitivity.figure(of: results(different + [one(3, "step", 0.5)]))
        #expect(figure?.x.label == "decay.gamma")
        #expect(figure.map { marks($0, LineMark.self).map(\.label) } == ["exponential", "step"])
    }

    @Test("sensitivity and heat map: two schedules that differ in several options have no levels of one of them")
    func alternatives() {
        func one(_ number: Int, _ decay: [String: SettingValue]) -> SweepView.TrialResult {
            trial(number, settings: ["decay": .mapping(decay)], ["dev_accuracy": [Double(number) / 10]])
        }
        let restarts = SettingValue.string("cosine_warm_restarts")
        let trials = [
            one(1, ["name": "constant"]), one(2, ["name": "step", "step_size": 10]),
            one(3, ["name": restarts, "t_0": 10, "t_mult": 1]), one(4, ["name": restarts, "t_0": 5, "t_mult": 2]),
        ]
        #expect(ChartKind.sensitivity.figure(of: results(trials)) == nil)
        #expect(ChartKind.heatMap.figure(of: results(trials)) == nil)
        var options = ChartOptions()
        options.xParameter = "decay.t_0"
        #expect(ChartKind.sensitivity.figure(of: results(trials), options: options) != nil)
        let alone = trials + [one(5, ["name": restarts, "t_0": 5, "t_mult": 1])]
        #expect(ChartKind.sensitivity.figure(of: results(alone))?.x.label == "decay.t_0")
    }

    @Test("sensitivity: where each optimizer has one rate, another number is shown")
    func otherNumber() throws {
        let trials = [("sgd", 0.1, 16), ("sgd", 0.1, 64), ("adam", 0.001, 16)].enumerated().map { index, values in
            trial(
                index + 1,
                settings: [
                    "optimizer": .string(values.0), "lr": .number(values.1), "batch_size": .int(values.2),
                ], ["dev_accuracy": [Double(index) / 10]])
        }
        #expect(try figure(.sensitivity, trials).x.label == "batch_size")
    }

    @Test("sensitivity: no interval of an accuracy reaches beyond 1")
    func shares() throws {
        let trials = seeds(1, ["lr": .number(0.1)], around: 0.985) + seeds(2, ["lr": .number(1)], around: 0.5)
        let bars = marks(try figure(.sensitivity, trials), IntervalMark.self)
        #expect(bars[0].high[0] == 1 && bars[0].high[1] < 1)
    }
}
