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

    private static let worlds =
        NoiseWorld.allowedFor + [NoiseWorld(.logNormal, .ladder), NoiseWorld(.tenthStuck, .equal)]

    static func printTables(effort: Int) {
        let seedCounts = [2, 3, 5, 10]
        let title = "Verdicts that claim a difference where there is none, in % (at most 5)"
        let all = Tables(title: title, worlds: worlds, seedCounts: seedCounts, effort: effort)
        all.print("all equal, seeds shared", [2, 5, 6, 20, 100, 300]) { _ in }
        var own = all
        own.worlds.removeAll { $0.grouped > 0 }
        own.print("all equal, each with seeds of its own", [2, 5, 20]) { $0.sharesSeeds = false }
        all.print("the second half truly far worse", [4, 10, 40]) { $0.laggards = $0.configurations / 2 }
        all.print("the second half truly far worse and always the same", [4, 10, 40]) {
            $0.laggards = $0.configurations / 2
            $0.laggardSpread = 0
        }
        var hard = all
        hard.title = "The same where few seeds hardly show that spreads differ, in % (at most 6.5)"
        hard.limit = 0.065
        hard.worlds = NoiseWorld.hardToSee
        hard.print("all equal, seeds shared", [5, 20, 100]) { _ in }
    }

    /// One table for each number of seeds.
    private struct Tables {
        var title: String
        var worlds: [NoiseWorld]
        let seedCounts: [Int]
        let effort: Int
        var limit = 0.05

        func print(_ kind: String, _ configurationCounts: [Int], change: (inout SimulatedSweep) -> Void) {
            for seeds in seedCounts {
                var table = TextTable(
                    "\(title): \(kind), \(seeds) seeds",
                    heading: ["noise, spreads \\ configurations"] + configurationCounts.map(String.init))
                for (index, world) in worlds.enumerated() {
                    let cells = configurationCounts.map { configurations in
                        var sweep = SimulatedSweep(world, configurations: configurations, seeds: seeds)
                        change(&sweep)
                        return cell(sweep, seed: UInt64(100 + index))
                    }
                    table.rows.append([world.words] + cells)
                }
                table.print()
            }
        }

        /// The share and its standard error; marked where it is above the limit by more than two of these.
        private func cell(_ sweep: SimulatedSweep, seed: UInt64) -> String {
            // Fewer of the largest, which take the most time.
            let sweeps = min(4_000, 400_000 / sweep.configurations) * effort
            let rate = FalseClaims.rate(in: sweep, sweeps: sweeps, seed: seed)
            let error = (rate * (1 - rate) / Double(sweeps)).squareRoot()
            let mark = rate > limit + 2 * error ? "!" : ""
            return mark + TextTable.percent(rate) + "±" + TextTable.percent(error)
        }
    }
}
