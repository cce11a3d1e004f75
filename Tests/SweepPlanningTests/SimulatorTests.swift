import Foundation
import Testing

@Suite struct SimulatorTests {
    /// More with `SWEEP_SIMULATIONS`, as `make torture` does.
    private static let count = ProcessInfo.processInfo.environment["SWEEP_SIMULATIONS"].flatMap(Int.init) ?? 2_000

    @Test(
        "whatever happens, no trial is lost, ended twice or run beside itself, never more than the jobs run, and it ends"
    )
    func anyOrder() throws {
        let began = ContinuousClock.now
        var events = 0
        for seed in 0..<Self.count {
            var sweep = SimulatedSweep(seed: seed)
            do {
                try sweep.run()
            } catch {
                Issue.record("sweep \(seed): \(error)")
            }
            events += sweep.events
        }
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        print("\(Self.count) simulated sweeps with \(events) events in \(seconds) s")
    }
}
