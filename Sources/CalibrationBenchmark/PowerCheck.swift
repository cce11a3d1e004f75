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
            let stated = SeedPower(difference: middle, variance: 2, typicalVariance: 2, candidates: configurations)
            if stated.power(seeds: seeds) < power { lower = middle } else { upper = middle }
        }
        return upper
    }

    static func printTable(effort: Int) {
        var table = TextTable(
            "True differences found, in % (difference in standard deviations of one seed; the first for 80 %)",
            heading: ["configurations × seeds", "true difference", "stated", "found", "stated", "found"])
        for configurations in [2, 5, 20, 100] {
            for seeds in [3, 5, 10] {
                var row = ["\(configurations)×\(seeds)"]
                for power in [0.8, 0.5] {
                    var sweep = SimulatedSweep(
                        NoiseWorld(.normal, .equal), configurations: configurations, seeds: seeds)
                    sweep.advantage = advantage(foundWith: power, configurations: configurations, seeds: seeds)
                    if power == 0.8 { row.append(TextTable.decimal(sweep.advantage, 2)) }
                    row += [
                        TextTable.percent(power), TextTable.percent(rate(in: sweep, sweeps: 4_000 * effort, seed: 7)),
                    ]
                }
                table.rows.append(row)
            }
        }
        table.print()
    }
}
