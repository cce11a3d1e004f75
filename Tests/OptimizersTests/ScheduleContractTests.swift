import Optimizers
import Settings
import Testing

@Suite struct ScheduleContractTests {
    /// Options that each kind needs, or under which it shows more of itself.
    private static func options(_ kind: ScheduleKind) -> [String: SettingValue] {
        switch kind {
        case .constant: [:]
        case .hyperbola: ["rate": .double(0.2)]
        case .exponential: ["gamma": .double(0.9)]
        case .inverseSquareRoot: ["k": .double(0.7)]
        case .step: ["step_size": .int(3)]
        case .multistep: ["milestones": .list([.int(2), .int(5)])]
        case .piecewise: ["epochs": .list([.int(2), .int(5)]), "lrs": .list([.double(0.5), .double(0.25)])]
        case .cosine: ["t_max": .int(8)]
        case .cosineWarmRestarts: ["t_0": .int(2), "t_mult": .int(2)]
        case .linear: ["total_iters": .int(4)]
        case .polynomial: ["total_iters": .int(9), "power": .int(2)]
        case .oneCycle: ["max_lr": .double(0.4)]
        case .plateau: ["patience": .int(0)]
        case .formula: ["formula": .string("lr * 0.9 ^ step")]
        case .sequence:
            [
                "parts": .list([
                    .mapping(["for": .int(4), "decay": .mapping(["name": .string("linear"), "per": .string("step")])]),
                    .mapping(["decay": .mapping(["name": .string("cosine"), "per": .string("step")])]),
                ])
            ]
        }
    }

    private static let epochs = 12
    private static let stepsPerEpoch = 5

    private static func course(_ kind: ScheduleKind, perStep: Bool = false) throws -> LearningRateCourse {
        var options = options(kind)
        if perStep { options["per"] = .string("step") }
        var reader = SettingReader(options, path: "decay")
        return LearningRateCourse(try kind.makeDecay(&reader), initial: 0.1)
    }

    private static func moment(_ epoch: Int, _ step: Int = 0) -> ScheduleMoment {
        ScheduleMoment(
            epoch: epoch, step: epoch * stepsPerEpoch + step, epochs: epochs, steps: epochs * stepsPerEpoch)
    }

    @Test("every moment has one rate, a number of at least 0", arguments: ScheduleKind.allCases)
    func pure(_ kind: ScheduleKind) throws {
        let (first, second) = (try Self.course(kind), try Self.course(kind))
        for epoch in (0..<Self.epochs).reversed() {
            let rate = try first.learningRate(at: Self.moment(epoch))
            #expect(rate.isFinite && rate >= 0)
            #expect(try second.learningRate(at: Self.moment(epoch)) == rate)
        }
    }

    @Test(
        "the rate holds for an epoch, unless the schedule says that it changes within", arguments: ScheduleKind.allCases
    )
    func withinEpochs(_ kind: ScheduleKind) throws {
        let course = try Self.course(kind)
        guard !course.changesWithinEpochs else {
            #expect(kind == .sequence)
            return
        }
        for epoch in 0..<Self.epochs {
            let rate = try course.learningRate(at: Self.moment(epoch))
            #expect(try course.learningRate(at: Self.moment(epoch, 3)) == rate)
        }
    }

    @Test(
        "per step, steps count as epochs do otherwise",
        arguments: ScheduleKind.allCases.filter { $0 != .plateau })
    func perStep(_ kind: ScheduleKind) throws {
        let (byEpoch, byStep) = (try Self.course(kind), try Self.course(kind, perStep: true))
        #expect(byStep.changesWithinEpochs == (kind != .constant))
        for time in 0..<Self.epochs {
            // One step per epoch, against all steps in one epoch.
            let many = ScheduleMoment(epoch: time, step: time, epochs: Self.epochs, steps: Self.epochs)
            let one = ScheduleMoment(epoch: 0, step: time, epochs: 1, steps: Self.epochs)
            #expect(try byStep.learningRate(at: one) == byEpoch.learningRate(at: many), "\(time)")
        }
    }

    @Test("a course saved and loaded on its way goes on alike", arguments: ScheduleKind.allCases)
    func resumes(_ kind: ScheduleKind) throws {
        var undisturbed = try Self.course(kind)
        let metrics = [1, 0.5, 0.6, 0.7, 0.4, 0.9, 0.95, 0.3, 0.2, 0.25, 0.26, 0.27]
        for value in metrics[..<6] { undisturbed.observe(value) }
        var resumed = try Self.course(kind)
        try resumed.importState(undisturbed.exportState())
        for (epoch, value) in metrics.enumerated().dropFirst(6) {
            let rate = try undisturbed.learningRate(at: Self.moment(epoch))
            #expect(try resumed.learningRate(at: Self.moment(epoch)) == rate)
            undisturbed.observe(value)
            resumed.observe(value)
        }
        #expect(resumed.exportState() == undisturbed.exportState())
        #expect(undisturbed.exportState().isEmpty == (kind != .plateau))
    }

    @Test("an option that a kind does not know is refused by name", arguments: ScheduleKind.allCases)
    func unknownOption(_ kind: ScheduleKind) throws {
        var reader = SettingReader(
            Self.options(kind).merging(["name": .string(kind.rawValue), "verbose": .bool(true)]) { $1 }, path: "decay")
        #expect(try ScheduleKind(&reader) == kind)
        let error = try #require(throws: SettingError.self) { try kind.makeDecay(&reader) }
        #expect(error.description.hasPrefix("'decay.verbose': no such setting; "))
    }

    @Test("`per` is epoch or step", arguments: ScheduleKind.allCases.filter { $0 != .plateau })
    func wrongUnit(_ kind: ScheduleKind) throws {
        var reader = SettingReader(Self.options(kind).merging(["per": .string("steps")]) { $1 }, path: "decay")
        let error = try #require(throws: SettingError.self) { try kind.makeDecay(&reader) }
        #expect(error.description == "'decay.per' is 'steps'; no such choice; did you mean 'step'?")
    }

    @Test("a state of another decay is refused")
    func wrongState() throws {
        var plateau = try Self.course(.plateau)
        let missing = try #require(throws: OptimizerStateError.self) { try plateau.importState([:]) }
        #expect(missing.description.hasPrefix("the saved state has no 'lr'; "))
        var cosine = try Self.course(.cosine)
        #expect(throws: OptimizerStateError.self) { try cosine.importState(plateau.exportState()) }
    }
}
