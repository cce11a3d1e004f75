import Analysis
import Foundation
import Randomness
import Sweeps

/// Finds the critical values that make so many made-up sweeps without a difference end in a claim.
public enum CriticalValueSearch {
    /// The value that the largest ratio by a borrowed spread exceeds in 4 % of the sweeps, in the worst of the worlds
    /// that are allowed for.
    public static func borrowed(configurations: Int, seeds: Int, sweeps: Int) -> Double {
        NoiseWorld.allowedForBorrowed.enumerated().map { index, world in
            let ratios = replay(world, index, configurations, seeds, sweeps) { comparisons in
                comparisons.map { ratio($0, by: $0.borrowed) }.max() ?? 0
            }
            return quantile(of: ratios, exceeded: 0.04)
        }.max() ?? 0
    }

    /// The value that the largest ratio by a pooled spread, before widening, exceeds in so many sweeps that with those
    /// in which the borrowed one claims something they are 4.5 %; 6.5 % where it is hard to see. Where nothing is pooled,
    /// that by a borrowed spread.
    public static func pooled(configurations: Int, seeds: Int, sweeps: Int) -> Double {
        let value = CriticalValues.pooled.value(candidates: configurations, seeds: seeds)
        let worlds =
            NoiseWorld.allowedFor.map { (world: $0, level: 0.045) }
            + NoiseWorld.hardToSee.map { (world: $0, level: 0.065) }
        let found =
            worlds.enumerated().map { index, element in
                var claims = 0
                let ratios = replay(element.world, index, configurations, seeds, sweeps) { comparisons in
                    if comparisons.contains(where: { $0.difference > $0.borrowed.margin }) {
                        claims += 1
                        return 0.0
                    }
                    let shares = comparisons.map { comparison in
                        comparison.pooled.map { ratio(comparison, by: $0) / $0.criticalValue } ?? 0
                    }
                    return value * (shares.max() ?? 0)
                }
                // Where the borrowed spread leaves next to nothing of the 5 %, the pooled one gets no more than a crumb.
                return quantile(of: ratios, exceeded: max(element.level - Double(claims) / Double(sweeps), 0.004))
            }.max() ?? 0
        return found > 0 ? found : CriticalValues.borrowed.value(candidates: configurations, seeds: seeds)
    }

    private static func ratio(_ comparison: Comparison, by yardstick: Comparison.Yardstick) -> Double {
        yardstick.standardError > 0 ? comparison.difference / yardstick.standardError : 0
    }

    /// What `body` makes of the comparisons in each of so many sweeps.
    private static func replay(
        _ world: NoiseWorld, _ index: Int, _ configurations: Int, _ seeds: Int, _ sweeps: Int,
        _ body: ([Comparison]) -> Double
    ) -> [Double] {
        var sweep = SimulatedSweep(world, configurations: configurations, seeds: seeds)
        // It cancels out exactly, and takes time.
        sweep.seedEffect = 0
        var stream = RandomStream(seed: UInt64(index), .data, index: UInt64(configurations << 20 | seeds))
        return (0..<sweeps).map { _ in
            let compared = BestComparisons(sweep.samples(from: &stream), goal: .maximize)
            return body(compared?.comparisons.compactMap(\.self) ?? [])
        }
    }

    private static func quantile(of ratios: [Double], exceeded share: Double) -> Double {
        ratios.sorted()[min(ratios.count - 1, Int(Double(ratios.count) * (1 - share)))]
    }

    /// Prints the rows of both tables as `CriticalValues` holds them, or of one, or those for some configurations.
    static func printTables(_ chosen: [String]) {
        let counts = chosen.compactMap(Int.init)
        if !chosen.contains("pooled") { printRows("borrowed", CriticalValues.borrowed, counts, borrowed) }
        if !chosen.contains("borrowed") { printRows("pooled", CriticalValues.pooled, counts, pooled) }
    }

    private static func printRows(
        _ name: String, _ table: CriticalTable, _ configurationCounts: [Int],
        _ search: (_ configurations: Int, _ seeds: Int, _ sweeps: Int) -> Double
    ) {
        print(name)
        for configurations in table.candidateCounts
        where configurationCounts.isEmpty || configurationCounts.contains(configurations) {
            let row = table.seedCounts.map { seeds in
                // More sweeps where they are small; the level is then exact to 0.15 %, and to 0.7 % in the last corner.
                let sweeps = min(20_000, max(1_000, 3_000_000 / (configurations * seeds)))
                return TextTable.decimal(search(configurations, seeds, sweeps), 3)
            }
            print("            [" + row.joined(separator: ", ") + "],")
            // Each row takes a while, and shall be seen when it is there.
            fflush(nil)
        }
    }
}
