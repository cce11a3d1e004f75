import Analysis
import Randomness
import Sweeps

/// How often a verdict claims a difference where there is none.
public enum FalseClaims {
    /// The share of sweeps in which any configuration that is truly as good as the best is told apart from it.
    public static func rate(in sweep: SimulatedSweep, sweeps: Int, seed: UInt64) -> Double {
        var stream = RandomStream(seed: seed, .data)
        var claims = 0
        for _ in 0..<sweeps {
            let comparisons = BestComparisons(sweep.samples(from: &stream), goal: .maximize)?.comparisons ?? []
            let equals = comparisons.prefix(sweep.configurations - sweep.laggards)
            if equals.contains(where: { $0?.isToldApart == true }) { claims += 1 }
        }
        return Double(claims) / Double(sweeps)
    }

    static let worlds = [
        NoiseWorld(.normal, .equal), NoiseWorld(.normal, .ladder), NoiseWorld(.normal, .wildFifth),
        NoiseWorld(.exponential, .equal), NoiseWorld(.exponential, .ladder), NoiseWorld(.logNormal, .ladder),
        NoiseWorld(.tenthStuck, .equal), NoiseWorld(.fourthStuck, .equal),
    ]

    static func printTables(effort: Int) {
        printTable("all equal, seeds shared", [2, 5, 6, 20, 100, 300], effort: effort) { _ in }
        printTable("all equal, each with seeds of its own", [2, 5, 20], effort: effort) { $0.sharesSeeds = false }
        printTable("the second half truly far worse, seeds shared", [4, 10, 40], effort: effort) {
            $0.laggards = $0.configurations / 2
        }
    }

    private static func printTable(
        _ kind: String, _ configurationCounts: [Int], effort: Int, change: (inout SimulatedSweep) -> Void
    ) {
        let sizes = configurationCounts.flatMap { count in [3, 5, 10].map { (count, $0) } }
        var table = TextTable(
            "Verdicts that claim a difference where there is none, in % (at most 5): \(kind)",
            heading: ["noise, spreads \\ configurations×seeds"] + sizes.map { "\($0)×\($1)" })
        for (index, world) in worlds.enumerated() {
            let rates = sizes.map { configurations, seeds in
                var sweep = SimulatedSweep(world, configurations: configurations, seeds: seeds)
                change(&sweep)
                return TextTable.percent(rate(in: sweep, sweeps: 4_000 * effort, seed: UInt64(100 + index)))
            }
            table.rows.append([world.words] + rates)
        }
        table.print()
    }
}
