import Sweeps
import Testing

@Suite struct InterruptionTests {
    @Test(
        "an interruption is known again by its words",
        arguments: [Interruption.askedToStop, .schedulerGone, .timedOut, .lost(reason: "killed by signal 9")])
    func words(_ interruption: Interruption) {
        #expect(Interruption(words: interruption.words) == interruption)
        #expect(AttemptEnd.interrupted(interruption).state == .pending)
    }
}
