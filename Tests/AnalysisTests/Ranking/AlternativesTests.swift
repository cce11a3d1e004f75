import Analysis
import Settings
import Sweeps
import Testing

struct AlternativesTests {
    private static let remedies = [
        Configuration(["dropout": 0]), Configuration(["dropout": 0.5]), Configuration(["weight_decay": 0.03]),
        Configuration(["early_stopping": ["metric": "dev_loss", "patience": 5]]), Configuration(["batch_norm": true]),
    ].completed { configuration, names in
        ["dropout": 0, "weight_decay": 0, "batch_norm": false].filter { names.contains($0.key) }
    }

    @Test func remediesTriedOneByOneAreAlternatives() throws {
        let alternatives = try #require(Alternatives(among: Self.remedies))
        #expect(alternatives.differences(of: Self.remedies[0]).isEmpty)
        #expect(alternatives.differences(of: Self.remedies[1]) == ["dropout"])
        #expect(
            alternatives.differences(of: Self.remedies[3]) == ["early_stopping.metric", "early_stopping.patience"])
    }

    @Test func combinationsAndLevelsAreNone() {
        let grid = [0, 0.5].flatMap { dropout in
            [0, 0.1].map { Configuration(["dropout": .number(dropout), "weight_decay": .number($0)]) }
        }
        #expect(Alternatives(among: grid) == nil)
        #expect(Alternatives(among: [0, 0.2, 0.5].map { Configuration(["dropout": .number($0)]) }) == nil)
        let optimizers = [("sgd", 0.1), ("sgd", 0.3), ("adam", 0.01)].map {
            Configuration(["optimizer": .string($0.0), "lr": .number($0.1)])
        }
        #expect(Alternatives(among: optimizers) == nil)
    }
}
