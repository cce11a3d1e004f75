import Analysis
import Expressions
import Settings
import Sweeps
import Testing

@Suite("Conditions on trials")
struct TrialConditionTests {
    static let outcomes = [
        outcome(
            1, seed: 1, .finished, [0.5, 0.75, 0.625],
            settings: ["optimizer": .mapping(["name": .string("adam"), "eps": .double(1e-8)]), "lr": .double(0.1)]),
        outcome(2, seed: 2, .diverged, settings: ["optimizer": .string("sgd"), "lr": .int(1)]),
    ]

    @Test(
        "hyperparameters, metrics, seed and state can be asked for",
        arguments: [
            ("optimizer == 'adam'", [1]), ("lr >= 1", [2]), ("optimizer.eps < 1e-3", [1]), ("seed == 2", [2]),
            ("state == 'diverged'", [2]), ("dev_accuracy >= 0.75", [1]), ("dev_loss > 0.3", [1]),
            ("dev_accuracy == null", [2]), ("lr > 0", [1, 2]), ("lr > 5", []),
        ])
    func holds(text: String, numbers: [Int]) throws {
        let condition = TrialCondition(try Expression(parsing: text), objective: Objective())
        #expect(try condition.matches(in: Self.outcomes).map(\.configurationNumber) == numbers)
    }

    @Test("a name that no trial has is an error with the nearest one")
    func unknown() throws {
        let condition = TrialCondition(
            try Expression(parsing: "lr > 0 and optimiser == 'adam'"), objective: Objective())
        let error = #expect(throws: ExpressionError.self) { try condition.matches(in: Self.outcomes) }
        #expect(
            error?.description
                == "column 12 of 'lr > 0 and optimiser == 'adam'': 'optimiser': no such hyperparameter or metric; "
                + "did you mean 'optimizer'?")
    }

    @Test(
        "text without quotes and states that there are not are errors that say what to write",
        arguments: [
            (
                "optimizer == adam",
                "column 14 of 'optimizer == adam': 'adam': no such hyperparameter or metric; 'optimizer' is text, so write "
                    + "'adam' in quotes."
            ),
            (
                "lr < 1 or not (sgd != optimizer)",
                "column 16 of 'lr < 1 or not (sgd != optimizer)': 'sgd': no such hyperparameter or metric; 'optimizer' is "
                    + "text, so write 'sgd' in quotes."
            ),
            (
                "state == 'finishd'",
                "column 7 of 'state == 'finishd'': 'finishd': no such state; did you mean 'finished'?"
            ),
            (
                "not (state in ['failed', 'timedout'])",
                "column 12 of 'not (state in ['failed', 'timedout'])': 'timedout': no such state; did you mean 'timed_out'?"
            ),
        ])
    func mistakes(text: String, words: String) throws {
        let condition = TrialCondition(try Expression(parsing: text), objective: Objective())
        let error = #expect(throws: ExpressionError.self) { try condition.matches(in: Self.outcomes) }
        #expect(error?.description == words)
    }
}

@Suite("Varying hyperparameters")
struct VaryingParametersTests {
    @Test("only what is not the same everywhere varies, and absence is a difference")
    func names() {
        let varying = VaryingParameters(among: TrialConditionTests.outcomes.map(\.trial.configuration))
        #expect(varying.names == ["lr", "optimizer", "optimizer.eps"])
        #expect(varying.sharedCount == 0)
        let one = Configuration(["a": .int(1), "b": .int(2), "c": .list([.int(1)])])
        let other = Configuration(["a": .int(1), "b": .int(3), "c": .list([.int(1)])])
        #expect(VaryingParameters(among: [one, other, one]).names == ["b"])
        #expect(VaryingParameters(among: [one, other]).sharedCount == 2)
        #expect(VaryingParameters(among: [one]).names.isEmpty)
        #expect(VaryingParameters(among: []).names.isEmpty)
    }
}
