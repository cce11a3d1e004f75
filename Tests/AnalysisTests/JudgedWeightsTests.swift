import Analysis
import Settings
import Sweeps
import Testing

@Suite("The weights that are judged")
struct JudgedWeightsTests {
    private func point(_ epoch: Int, _ value: Double) -> MetricPoint {
        MetricPoint(epoch: epoch, step: 10 * epoch, value: value)
    }

    /// A trial with accuracies of epochs, and what else was measured once.
    private func trial(
        _ number: Int, seed: Int = 1, _ values: [Double], _ once: [String: MetricPoint] = [:]
    ) -> TrialOutcome {
        let measured = outcome(number, seed: seed, .finished, values)
        return TrialOutcome(
            trial: measured.trial, configurationNumber: number, state: .finished,
            summaries: measured.summaries.merging(once.mapValues { MetricSummary(of: $0) }) { $1 }, seconds: nil)
    }

    @Test("the last value is that of restored weights, where early stopping has restored some")
    func restored() {
        let outcome = trial(1, [0.5, 0.75, 0.625], ["restored_dev_accuracy": point(2, 0.75)])
        #expect(outcome.value(Objective(selection: .last)) == point(2, 0.75))
        #expect(outcome.value(Objective(selection: .best)) == point(2, 0.75))
        #expect(trial(1, [0.5, 0.75, 0.625]).value(Objective(selection: .last)) == point(3, 0.625))
    }

    @Test("a test value counts only where it is of the weights that are judged")
    func test() {
        let measured = trial(1, [0.5, 0.75, 0.625], ["test_accuracy": point(2, 0.7)])
        #expect(measured.test("test_accuracy", with: Objective(selection: .best)) == 0.7)
        #expect(measured.test("test_accuracy", with: Objective(selection: .last)) == nil)
        #expect(measured.test("test_loss", with: Objective()) == nil)
        let restored = trial(
            1, [0.5, 0.75, 0.625], ["test_accuracy": point(2, 0.7), "restored_dev_accuracy": point(2, 0.75)])
        #expect(restored.test("test_accuracy", with: Objective(selection: .last)) == 0.7)
    }
}
