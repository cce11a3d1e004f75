import Sweeps
import Testing

@Suite("Ends of attempts")
struct AttemptEndTests {
    @Test("a divergence names the value, and in or after which epoch it was not finite, where that is known")
    func divergence() {
        func words(_ value: AttemptEnd.WildValue?) -> String? { AttemptEnd.diverged(step: 5, value: value).message }
        #expect(words(.init(metric: "dev_loss", epoch: 1)) == "dev_loss not finite after epoch 1 (step 5)")
        #expect(words(.init(metric: "batch_loss", epoch: 2)) == "batch_loss not finite in epoch 2 (step 5)")
        #expect(words(nil) == "loss not finite at step 5")
    }
}
