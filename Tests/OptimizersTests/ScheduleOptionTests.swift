import Optimizers
import Settings
import Testing

@Suite struct ScheduleOptionTests {
    private static func text(_ text: String) -> SettingValue { .string(text) }

    @Test(
        "a wrong or missing option is refused with its rule",
        arguments: [
            (["name": text("hyperbola")], "'decay.rate': it is missing; it must be a number of at least 0."),
            (["name": text("exponential"), "gamma": .int(0)], "'decay.gamma' is 0; it must be a number above 0."),
            (["name": text("step")], "'decay.step_size': it is missing; it must be a whole number of at least 1."),
            (
                ["name": text("multistep"), "milestones": .list([.int(5), .int(2)])],
                "'decay.milestones' is [5, 2]; it must be a list of whole numbers of at least 0, each greater than the one "
                    + "before."
            ),
            (
                ["name": text("multistep"), "milestones": .list([.double(1e300)])],
                "'decay.milestones' is [1e+300]; it must be a list of whole numbers of at least 0, each greater than the "
                    + "one before."
            ),
            (
                ["name": text("piecewise"), "epochs": .list([.int(5)]), "lrs": .list([])],
                "'decay.lrs' is []; it must have as many numbers as 'epochs', which has 1, or one more, for before the "
                    + "first."
            ),
            (
                ["name": text("linear"), "start_factor": .int(0)],
                "'decay.start_factor' is 0; it must be above 0 and at most 1."
            ),
            (
                ["name": text("one_cycle"), "pct_start": .int(30)],
                "'decay.pct_start' is 30; it must be between 0 and 1."
            ),
            (
                ["name": text("plateau"), "per": text("step")],
                "'decay.per': no such setting; there are: "
                    + "cooldown, eps, factor, metric, min_lr, mode, name, patience, threshold, threshold_mode."
            ),
            (["name": text("plateau"), "factor": .int(1)], "'decay.factor' is 1; it must be in 0..<1."),
            (
                ["name": text("formula")],
                "'decay.formula': it is missing; it must be a formula such as 'lr * 0.95 ^ epoch'."
            ),
            (
                ["name": text("formula"), "formula": text("lr * 0.95 ^ epoc")],
                "'decay.formula' is 'lr * 0.95 ^ epoc'; at column 13 no such name 'epoc'; did you mean 'epoch'?"
            ),
            (
                ["name": text("formula"), "formula": text("lr *")],
                "'decay.formula' is 'lr *'; at column 5 a value is missing after '*'."
            ),
            (
                ["name": text("formula"), "formula": text("lr < 1")],
                "'decay.formula' is 'lr < 1'; at column 1 it gives false; a formula gives a number."
            ),
            (
                ["name": text("sequence"), "parts": .list([])],
                "'decay.parts' is []; it must be a list such as [{for: 5, decay: linear}, {decay: cosine}]."
            ),
            (
                ["name": text("sequence"), "parts": .list([text("cosine")])],
                "'decay.parts[0]' is 'cosine'; it must be a mapping such as {for: 5, decay: linear}."
            ),
            (
                [
                    "name": text("sequence"),
                    "parts": .list([.mapping(["decay": text("cosine")]), .mapping(["decay": text("cosine")])]),
                ],
                "'decay.parts[0].for': it is missing; every part but the last must say how long it holds."
            ),
            (
                ["name": text("sequence"), "parts": .list([.mapping([:])])],
                "'decay.parts[0].decay': it is missing; it must be a schedule."
            ),
            (
                ["name": text("sequence"), "parts": .list([.mapping(["decay": text("plateau")])])],
                "'decay.parts[0].decay' is 'plateau'; it follows a metric and cannot be part of a sequence."
            ),
            (
                [
                    "name": text("sequence"),
                    "parts": .list([.mapping(["decay": .mapping(["name": text("step"), "gama": .int(1)])])]),
                ],
                "'decay.parts[0].decay.step_size': it is missing; it must be a whole number of at least 1."
            ),
            (["name": text("cosin")], "'decay.name' is 'cosin'; no such schedule; did you mean 'cosine'?"),
        ] as [([String: SettingValue], String)])
    func refused(settings: [String: SettingValue], message: String) throws {
        var reader = SettingReader(settings, path: "decay")
        let error = try #require(throws: SettingError.self) { try LearningRateDecay(&reader) }
        #expect(error.description == message)
    }
}
