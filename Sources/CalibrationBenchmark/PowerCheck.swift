import Analysis
import Randomness
import Sweeps

/// How often a verdict finds a difference that is there, against the power that it states.
public enum PowerCheck {
    /// The share of sweeps in which the truly best configuration is told apart from the second one.
    public static func rate(in sweep: SimulatedSweep, sweeps: Int, seed: UInt64) -> Double {
        var stream = RandomStream(seed: seed, .data)
        var found = 0
        for _ in 0..<sweeps {
            guard let comparisons = BestComparisons(sweep.samples(from: &stream), goal: .maximize),
                comparisons.best == 0, comparisons.comparisons[1]?.isToldApart == true
            else { continue }
            found += 1
        }
        return Double(found) / Double(sweeps)
    }

    /// The advantage that so many seeds are said to find with this power, when every spread is 1.
    public static func advantage(foundWith power: Double, configurations: Int, seeds: Int) -> Double {
        var lower = 0.0
        var upper = 100.0
        for _ in 0..<50 {
            let middle = 0.5 * (lower + upper)
            // Chance widens critical values by some 5 % also where all spreads are equal.
            let stated = SeedPower(
                difference: middle, variance: 2, typicalVariance: 2, candidates: configurations,
                pooled: configurations > 2 && (seeds > 2 || configurations >= 20)
                    ? PooledSpread(variance: 2, widening: 1.05) : nil)
            if stated.power(seeds: seeds) < power { lower = middle } else { upper = middle }
        }
        return upper
    }

    /// The advantage that is found in so many of made-up sweeps, when every spread is 1.
    public static func advantage(foundIn share: Double, of sweep: SimulatedSweep, sweeps: Int) -> Double {
        var sweep = sweep
        var lower = 0.0
        var upper = 100.0
        for _ in 0..<14 {
            sweep.advantage = 0.5 * (lower + upper)
            if rate(in: sweep, sweeps: sweeps, seed: 7) < share {
                lower = sweep.advantage
            } else {
                upper = sweep.advantage
            }
        }
        return upper
    }

    static func printTable(effort: Int) {
        var table = TextTable(
            "True differences found, in standard deviations of one seed, and how often those are that are stated as found",
            heading: ["configurations × seeds", "found with 80 %", "stated", "found in %", "stated for 50 %", "found"])
        for configurations in [2, 5, 20, 100] {
            for seeds in [2, 3, 5, 10] {
                var sweep = SimulatedSweep(
                    NoiseWorld(.normal, .equal), configurations: configurations, seeds: seeds)
                let sweeps = 4_000 * effort
                var row = [
                    "\(configurations)×\(seeds)",
                    TextTable.decimal(advantage(foundIn: 0.8, of: sweep, sweeps: sweeps), 2),
                ]
                for power in [0.8, 0.5] {
                    sweep.advantage = advantage(foundWith: power, configurations: configurations, seeds: seeds)
                    row += [
                        TextTable.decimal(sweep.advantage, 2),
                        TextTable.percent(rate(in: sweep, sweeps: sweeps, seed: 7)),
                    ]
                }
                table.rows.append(row)
            }
        }
        table.print()
    }
}
