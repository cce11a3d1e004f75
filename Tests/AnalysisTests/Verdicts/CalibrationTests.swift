import Analysis
import CalibrationBenchmark
import Randomness
import Sweeps
import Testing

/// The benchmark `make calibration` at a small size. Of 400 sweeps 5 % are 20, and 36 or more come by chance in fewer
/// than one of a thousand cases; the streams are fixed, so that the tests always see the same sweeps.
@Suite("Calibration of verdicts")
struct CalibrationTests {
    static let sizes = [(2, 3), (2, 10), (5, 3), (5, 5), (20, 2), (20, 3), (100, 3)]

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
            let compared = BestComparisons(sweep.samples(from: &stream), goal: .maximize)?.comparisons ?? []
            let ratio = compared.compactMap { $0?.ratio }.max() ?? 0
            if ratio > CriticalValues.borrowed.value(candidates: 2, seeds: 10) { claims += 1 }
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

    @Test(
        "with equal spreads four in five such differences are found, in deviations of one seed",
        arguments: [(5, 3, 4.9), (20, 3, 4.8), (100, 3, 4.8), (20, 5, 3.1), (20, 2, 8.3)])
    func found(configurations: Int, seeds: Int, difference: Double) {
        var sweep = SimulatedSweep(NoiseWorld(.normal, .equal), configurations: configurations, seeds: seeds)
        sweep.advantage = difference
        let rate = PowerCheck.rate(in: sweep, sweeps: 400, seed: 6)
        #expect(rate > 0.74, "found \(rate)")
    }
}
