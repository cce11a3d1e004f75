import Foundation
import Sweeps
import Testing

@Suite("Definitions of metrics")
struct MetricDefinitionTests {
    @Test(
        "which way is better is told from a name, or not at all",
        arguments: [
            ("dev_accuracy", Objective.Goal.maximize), ("train_loss", .minimize), ("epoch_seconds", .minimize),
            ("F1", .maximize), ("dev_cross_entropy", .minimize), ("val/rmse", .minimize), ("dev_r2", .maximize),
            ("lr", nil), ("grad_norm", nil), ("glossary", nil), ("entropy", nil), ("", nil),
        ] as [(String, Objective.Goal?)])
    func goals(name: String, goal: Objective.Goal?) {
        #expect(MetricDefinition(named: name).goal == goal)
    }

    @Test(
        "what kind of number is told from a name",
        arguments: [
            ("val/acc", MetricDefinition.Unit.share), ("test_f1", .share), ("dev_auc", .share), ("dev_r2", .number),
            ("dev_loss", .magnitude), ("vae_loss", .number), ("rmse", .magnitude), ("accelerator", .number),
        ])
    func units(name: String, unit: MetricDefinition.Unit) {
        #expect(MetricDefinition(named: name).unit == unit)
    }

    @Test(
        "the set is told from a name's first word, and the metric of the test set from that",
        arguments: [
            ("dev_accuracy", .dev, "test_accuracy"), ("val/acc", .dev, "test/acc"), ("validation", .dev, nil),
            ("train_loss", .train, nil), ("test_loss", .test, nil), ("devices", nil, nil),
        ] as [(String, MetricDefinition.DataSet?, String?)])
    func sets(name: String, set: MetricDefinition.DataSet?, test: String?) {
        let definition = MetricDefinition(named: name)
        #expect(definition.set == set && definition.testName == test)
        #expect(definition.isOfUnseenData == (set == .dev || set == .test))
    }

    @Test(
        "a name that begins with a set has a word for it and what is measured",
        arguments: [
            ("dev_loss", ["dev", "loss"]), ("Val/top_5", ["Val", "top_5"]), ("training.x", ["training", "x"]),
            ("dev", []), ("dev_", []), ("devices_lost", []), ("lr", []),
        ])
    func nameParts(name: String, parts: [String]) {
        #expect(MetricDefinition(named: name).nameParts.map { [$0.set, $0.quantity] } ?? [] == parts)
    }

    @Test("settings that change what a metric measures forbid to compare trials by it, with all below and above them")
    func obstacles() {
        let definition = MetricDefinition(
            name: "dev_loss", goal: .minimize, unit: .magnitude, dependencies: ["loss", "data"],
            exceptions: ["data.standardize"])
        let varying = ["lr", "loss.delta", "lossy", "data.standardize", "data.limit", "loss"]
        #expect(definition.obstacles(among: varying) == ["loss.delta", "data.limit", "loss"])
        let narrow = MetricDefinition(name: "x", goal: nil, unit: .number, dependencies: ["data.limit"])
        #expect(narrow.obstacles(among: ["data", "data.target"]) == ["data"])
    }

    @Test(
        "a constant guess is what suits the metric",
        arguments: [
            ("dev_accuracy", "the most frequent class"), ("dev_f1", "the most frequent class"),
            ("train_balanced_accuracy", "the most frequent class"), ("dev_cross_entropy", "the classes' shares"),
            ("dev_rmse", "the mean"), ("dev_r2", "the mean"), ("dev_mae", "the median"),
            ("dev_loss", "the same for all examples"),
        ])
    func constantGuess(name: String, guess: String) {
        #expect(MetricDefinition(named: name).constantGuess == guess)
    }

    @Test("a definition comes back from JSON as it was, also one that says little")
    func coding() throws {
        let definitions = [
            MetricDefinition(
                name: "dev_rmse", goal: .minimize, unit: .magnitude, set: .dev, frequency: .epoch,
                dependencies: ["data"], exceptions: ["data.standardize"]),
            MetricDefinition(named: "x"),
        ]
        let json = try JSONEncoder().encode(definitions)
        #expect(try JSONDecoder().decode([MetricDefinition].self, from: json) == definitions)
        let least = try JSONDecoder().decode(MetricDefinition.self, from: Data(#"{"name":"x","unit":"number"}"#.utf8))
        #expect(least == MetricDefinition(named: "x"))
    }
}
