import Analysis
import Foundation
import Randomness
import Sweeps

/// Finds the value that the largest ratio exceeds in 4 % of made-up sweeps without a difference.
public enum CriticalValueSearch {
    /// The 96 % quantile of the largest ratio in the worst of the worlds that are allowed for.
    public static func criticalValue(configurations: Int, seeds: Int, sweeps: Int) -> Double {
        NoiseWorld.allowedFor.enumerated().map { index, world in
            var sweep = SimulatedSweep(world, configurations: configurations, seeds: seeds)
            // It cancels out exactly, and takes time.
            sweep.seedEffect = 0
            var stream = RandomStream(seed: UInt64(index), .data, index: UInt64(configurations << 20 | seeds))
            var ratios = (0..<sweeps).map { _ in
                BestComparisons(sweep.samples(from: &stream), goal: .maximize)?.largestRatio ?? 0
            }
            ratios.sort()
            return ratios[min(sweeps - 1, sweeps * 96 / 100)]
        }.max() ?? 0
    }

    /// Prints the rows of the table as `CriticalValues` holds them, for the given numbers of configurations.
    static func printRows(_ configurationCounts: [Int]) {
        for configurations in configurationCounts {
            let row = CriticalValues.seedCounts.map { seeds in
                // More sweeps where they are small; the level is then exact to 0.1 %, and to 0.5 % in the last corner.
                let sweeps = min(60_000, max(1_500, 6_000_000 / (configurations * seeds)))
                return TextTable.decimal(criticalValue(configurations: configurations, seeds: seeds, sweeps: sweeps), 3)
            }
            print("        [" + row.joined(separator: ", ") + "],")
            // Each row takes a while, and shall be seen when it is there.
            fflush(nil)
        }
    }
}
