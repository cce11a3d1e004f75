import Analysis
import CalibrationBenchmark
import Randomness
import Sweeps
import Testing

/// The benchmark `make calibration` at a small size. Of 400 sweeps 5 % are 20, and 36 or more come by chance in fewer
/// than one of a thousand cases; the streams are fixed, so that the tests always see the same sweeps.
@Suite("Calibration of verdicts")
struct CalibrationTests {
    static let sizes = [(2, 3), (2, 10), (5, 3), (5, 5), (20, 3), (100, 3)]

    @Test("without any difference verdicts seldom claim one, whatever the noise", arguments: sizes)
    func falseClaims(configurations: Int, seeds: Int) {
        for world in NoiseWorld.allowedFor + [NoiseWorld(.logNormal, .ladder), NoiseWorld(.tenthStuck, .equal)] {
            let sweep = SimulatedSweep(world, configurations: configurations, seeds: seeds)
            let rate = FalseClaims.rate(in: sweep, sweeps: 400, seed: 21)
            #expect(rate < 0.09, "\(world.words): \(rate)")
        }
    }

    @Test("an ordinary test of the best against each other would claim far more")
    func ordinaryTest() {
        // Shows that the simulation can fail: what suffices for 2 candidates claims too much among 20.
        let sweep = SimulatedSweep(NoiseWorld(.normal, .equal), configurations: 20, seeds: 10)
        var stream = RandomStream(seed: 1, .data)
        var claims = 0
        for _ in 0..<200 {
            let ratio = BestComparisons(sweep.samples(from: &stream), goal: .maximize)?.largestRatio ?? 0
            if ratio > CriticalValues.value(candidates: 2, seeds: 10) { claims += 1 }
        }
        #expect(claims > 25)
    }

    @Test("a true difference is found about as often as stated", arguments: [(2, 3), (2, 10), (5, 5), (20, 5)])
    func power(configurations: Int, seeds: Int) {
        var sweep = SimulatedSweep(NoiseWorld(.normal, .equal), configurations: configurations, seeds: seeds)
        sweep.advantage = PowerCheck.advantage(foundWith: 0.8, configurations: configurations, seeds: seeds)
        let rate = PowerCheck.rate(in: sweep, sweeps: 400, seed: 5)
        #expect(abs(rate - 0.8) < 0.08, "found \(rate)")
    }
}
