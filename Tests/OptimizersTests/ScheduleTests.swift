import Foundation
import Optimizers
import Settings
import Testing

@Suite struct ScheduleTests {
    private static func course(_ settings: [String: SettingValue], initial: Double = 1) throws -> LearningRateCourse {
        var reader = SettingReader(settings, path: "decay")
        return LearningRateCourse(try LearningRateDecay(&reader), initial: initial)
    }

    /// The rates of epochs that have two steps each.
    private static func rates(
        _ settings: [String: SettingValue], initial: Double = 1, epochs: Int
    ) throws -> [Double] {
        let course = try course(settings, initial: initial)
        return try (0..<epochs).map {
            try course.learningRate(at: ScheduleMoment(epoch: $0, step: 2 * $0, epochs: epochs, steps: 2 * epochs))
        }
    }

    private static func expect(_ rates: [Double], _ expected: [Double], _ where: SourceLocation = #_sourceLocation) {
        #expect(rates.count == expected.count, sourceLocation: `where`)
        for (epoch, (rate, wanted)) in zip(rates, expected).enumerated() {
            #expect(abs(rate - wanted) <= 1e-12, "epoch \(epoch)", sourceLocation: `where`)
        }
    }

    @Test("a piecewise rate is the one set for the latest epoch, and the initial one before the first")
    func piecewise() throws {
        let epochs = SettingValue.list([.int(1), .int(3)])
        Self.expect(
            try Self.rates(
                ["name": .string("piecewise"), "epochs": epochs, "lrs": .list([.double(0.5), .double(0.25)])], epochs: 5
            ),
            [1, 0.5, 0.5, 0.25, 0.25])
        Self.expect(
            try Self.rates(
                ["name": .string("piecewise"), "epochs": epochs, "lrs": .list([.int(3), .int(2), .int(0)])], epochs: 5),
            [3, 2, 2, 0, 0])
    }

    @Test("one cycle rises to its greatest rate by half a cosine, and falls far below the first")
    func oneCycle() throws {
        // Ten epochs: the peak is at 0.3·10 − 1 = 2, the end at 9; 1/25 at first, 1/25/10⁴ at last.
        let (first, last) = (0.04, 4e-6)
        let falling = (1...7).map { last + (1 - last) / 2 * (1 + cos(.pi * Double($0) / 7)) }
        Self.expect(
            try Self.rates(["name": .string("one_cycle"), "max_lr": .int(1)], initial: 0.3, epochs: 10),
            [first, (first + 1) / 2, 1] + falling)
    }

    @Test("one cycle by lines in three phases comes down as it rose, and then on to the last rate")
    func threePhases() throws {
        // The peak is at 0.4·10 − 1 = 3, the first rate again at 2·0.4·10 − 2 = 6, the last at 9.
        Self.expect(
            try Self.rates(
                [
                    "name": .string("one_cycle"), "max_lr": .int(4), "pct_start": .double(0.4),
                    "three_phase": .bool(true),
                    "anneal_strategy": .string("linear"), "div_factor": .int(4), "final_div_factor": .int(10),
                ], epochs: 10),
            [1, 2, 3, 4, 3, 2, 1, 0.7, 0.4, 0.1])
    }

    @Test("one cycle without a greatest rate takes the initial one for it, and is defined for the shortest trainings")
    func shortCycles() throws {
        Self.expect(
            try Self.rates(["name": .string("one_cycle")], initial: 0.5, epochs: 10).max().map { [$0] } ?? [], [0.5])
        for epochs in 1...4 {
            for share in [0, 0.25, 0.5, 1] {
                let rates = try Self.rates(["name": .string("one_cycle"), "pct_start": .double(share)], epochs: epochs)
                #expect(rates.allSatisfy { $0.isFinite && $0 >= 4e-7 && $0 <= 1 })
            }
        }
    }

    @Test("a cosine without a period spans the training")
    func wholeCosine() throws {
        Self.expect(
            try Self.rates(["name": .string("cosine")], epochs: 4), [1, 0.8535533905932737, 0.5, 0.14644660940672627])
    }

    @Test("restarts come at sums of growing periods, however far")
    func restarts() throws {
        let course = try Self.course(["name": .string("cosine_warm_restarts"), "t_0": .int(1), "t_mult": .int(10)])
        let far = ScheduleMoment(epoch: 1111, step: 1111, epochs: .max, steps: .max)
        #expect(try course.learningRate(at: far) == 1)
        let farther = ScheduleMoment(epoch: .max, step: .max, epochs: .max, steps: .max)
        #expect(try course.learningRate(at: farther).isFinite)
    }

    @Test("a sequence restarts the epochs in each part, and its last part holds to the end")
    func sequence() throws {
        let parts = SettingValue.list([
            .mapping([
                "for": .int(2),
                "decay": .mapping(["name": .string("linear"), "start_factor": .double(0.5), "total_iters": .int(2)]),
            ]),
            .mapping(["for": .int(2), "decay": .string("constant")]),
            .mapping(["decay": .mapping(["name": .string("formula"), "formula": .string("lr * (1 - epoch / epochs)")])]
            ),
        ])
        Self.expect(
            try Self.rates(["name": .string("sequence"), "parts": parts], epochs: 8),
            [0.5, 0.75, 1, 1, 1, 0.75, 0.5, 0.25])
    }

    @Test("a ramp without a length takes that of its part of a sequence", arguments: [false, true])
    func rampsOfParts(bySteps: Bool) throws {
        var parts: [String: SettingValue] = [
            "name": .string("sequence"),
            "parts": .list([
                .mapping(["for": .int(2), "decay": .string("linear")]), .mapping(["decay": .string("polynomial")]),
            ]),
        ]
        if bySteps { parts["per"] = .string("step") }
        let course = try Self.course(parts, initial: 0.3)
        let rates = try (0..<6).map {
            try course.learningRate(at: ScheduleMoment(epoch: $0, step: $0, epochs: 6, steps: 6))
        }
        Self.expect(rates, [0.1, 0.2, 0.3, 0.225, 0.15, 0.075])
        let alone = ["name": SettingValue.string("linear")]
        Self.expect(try Self.rates(alone, initial: 0.3, epochs: 7), [0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.3])
    }

    @Test("a part by steps counts the steps of its part alone")
    func stepsWithinSequence() throws {
        let parts = SettingValue.list([
            .mapping([
                "for": .int(1),
                "decay": .mapping([
                    "name": .string("formula"), "formula": .string("step / steps"), "per": .string("step"),
                ]),
            ]),
            .mapping([
                "decay": .mapping(["name": .string("formula"), "formula": .string("10 + step"), "per": .string("step")])
            ]),
        ])
        let course = try Self.course(["name": .string("sequence"), "parts": parts])
        #expect(course.changesWithinEpochs)
        let rates = try (0..<8).map {
            try course.learningRate(at: ScheduleMoment(epoch: $0 / 4, step: $0, epochs: 2, steps: 8))
        }
        Self.expect(rates, [0, 0.25, 0.5, 0.75, 10, 11, 12, 13])
    }

    @Test("a sequence by steps changes parts within an epoch")
    func sequenceBySteps() throws {
        let parts = SettingValue.list([
            .mapping([
                "for": .int(3),
                "decay": .mapping(["name": .string("formula"), "formula": .string("step + 1"), "per": .string("step")]),
            ]),
            .mapping(["decay": .mapping(["name": .string("formula"), "formula": .string("100 * epoch + epochs")])]),
        ])
        let course = try Self.course(["name": .string("sequence"), "parts": parts, "per": .string("step")])
        let rates = try (0..<8).map {
            try course.learningRate(at: ScheduleMoment(epoch: $0 / 2, step: $0, epochs: 4, steps: 8))
        }
        // The second part is five steps long, which is two whole epochs of two.
        Self.expect(rates, [1, 2, 3, 2, 2, 102, 102, 202])
    }

    @Test("a formula knows the initial rate, epochs and steps")
    func formula() throws {
        Self.expect(
            try Self.rates(
                ["name": .string("formula"), "formula": .string("lr + epoch + 10 * epochs + step / 100 + steps")],
                initial: 0.5, epochs: 3),
            [36.5, 37.52, 38.54])
        Self.expect(
            try Self.rates(["name": .string("formula"), "formula": .string("lr * max(epoch >= 2, 0.1)")], epochs: 4),
            [0.1, 0.1, 1, 1])
    }

    @Test(
        "a formula that gives no learning rate says where",
        arguments: [
            (
                "lr - epoch",
                "the formula 'lr - epoch' gives -1.0 at epoch 2, step 4; a learning rate must be a number of at least 0."
            ),
            (
                "sqrt(1 - epoch)",
                "the formula 'sqrt(1 - epoch)' gives nan at epoch 2, step 4; a learning rate must be a number of at least 0."
            ),
            (
                "lr * (epoch > 1 and 3)",
                "the formula fails at epoch 2, step 4: column 17 of 'lr * (epoch > 1 and 3)': 'and' joins conditions, not 3; "
                    + "write a comparison, such as 'lr < 0.1'."
            ),
        ])
    func wrongFormula(text: String, message: String) throws {
        let course = try Self.course(["name": .string("formula"), "formula": .string(text)])
        let error = try #require(throws: ScheduleError.self) {
            _ = try course.learningRate(at: ScheduleMoment(epoch: 2, step: 4, epochs: 3, steps: 6))
        }
        #expect(error.description.replacing("-nan", with: "nan") == message)
    }

    @Test("a plateau follows an accuracy upwards and anything else downwards, unless told")
    func plateauMode() throws {
        var accuracy = try Self.course([
            "name": .string("plateau"), "metric": .string("dev_accuracy"), "patience": .int(0),
        ])
        #expect(accuracy.metric == "dev_accuracy")
        let moment = ScheduleMoment(epoch: 0, step: 0, epochs: 1, steps: 1)
        for value in [0.5, 0.6, 0.7] { accuracy.observe(value) }
        #expect(try accuracy.learningRate(at: moment) == 1)
        accuracy.observe(0.6)
        #expect(try accuracy.learningRate(at: moment) == 0.1)
        var loss = try Self.course(["name": .string("plateau"), "patience": .int(0)])
        #expect(loss.metric == "dev_loss")
        for value in [0.5, 0.6] { loss.observe(value) }
        #expect(try loss.learningRate(at: moment) == 0.1)
        loss.observe(.nan)
        #expect(try abs(loss.learningRate(at: moment) - 0.01) < 1e-15)
    }
}
