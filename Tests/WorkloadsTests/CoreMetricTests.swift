import Settings
import Sweeps
import Testing
import Training

@testable import Workloads

@Suite("Definitions of the core's metrics")
struct CoreMetricTests {
    @Test("a name alone tells the same of a core's metric as its definition", arguments: Metric.allCases)
    func names(metric: Metric) {
        let (definition, guess) = (metric.definition, MetricDefinition(named: metric.rawValue))
        if case .restored = metric { return }
        if case .constantGuess = metric { return }
        #expect(guess.set == definition.set)
        // Of what nobody judges by, the core knows better: a loss scale is no loss.
        guard definition.goal != nil else { return }
        #expect(guess.goal == definition.goal && guess.unit == definition.unit)
    }

    @Test("losses are the trial's own, and what is of a set depends on the data, but not on how inputs are scaled")
    func dependencies() {
        let varying = ["lr", "loss", "label_smoothing", "data", "data.limit", "data.standardize"]
        #expect(
            Metric.devLoss.definition.obstacles(among: varying) == ["loss", "label_smoothing", "data", "data.limit"])
        #expect(Metric.devAccuracy.definition.obstacles(among: varying) == ["data", "data.limit"])
        #expect(Metric.epochSeconds.definition.obstacles(among: varying).isEmpty)
    }

    @Test("a workload says what its trials measure")
    func measured() throws {
        let workload = try Workload(
            configuration: Configuration(["data": .string("digits"), "lr": .double(0.1), "epochs": .int(1)]),
            objective: Objective(), folder: ".", cache: WorkloadCache())
        let names = workload.summary.metrics.map(\.name)
        #expect(names.contains("dev_accuracy") && names.contains("lr") && !names.contains("test_loss"))
        #expect(Set(names).count == names.count)
    }
}
