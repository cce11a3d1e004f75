import Analysis
import Settings
import Sweeps
import Testing

@Suite("The weights that are judged")
struct JudgedWeightsTests {
    @Test("the last value is that of restored weights, where early stopping has restored some")
    func restored() {
        let outcome = measuredOnce(1, [0.5, 0.75, 0.625], ["restored_dev_accuracy": point(2, 0.75)])
        #expect(outcome.value(Objective(selection: .last)) == point(2, 0.75))
        #expect(outcome.value(Objective(selection: .best)) == point(2, 0.75))
        #expect(measuredOnce(1, [0.5, 0.75, 0.625]).value(Objective(selection: .last)) == point(3, 0.625))
    }

    @Test("a test value counts only where it is of the weights that are judged")
    func test() {
        let measured = measuredOnce(1, [0.5, 0.75, 0.625], ["test_accuracy": point(2, 0.7)])
        #expect(measured.test("test_accuracy", with: Objective(selection: .best)) == 0.7)
        #expect(measured.test("test_accuracy", with: Objective(selection: .last)) == nil)
        #expect(measured.test("test_loss", with: Objective()) == nil)
        let restored = measuredOnce(
            1, [0.5, 0.75, 0.625], ["test_accuracy": point(2, 0.7), "restored_dev_accuracy": point(2, 0.75)])
        #expect(restored.test("test_accuracy", with: Objective(selection: .last)) == 0.7)
    }
}
