import Analysis
import Randomness

/// How often 95 % intervals of the mean hold the true mean, by method.
enum IntervalCoverage {
    static func printTable(effort: Int) {
        var table = TextTable(
            "95 % intervals of the mean that hold it, in %, and their median width",
            heading: ["noise, seeds", "ours", "width", "Student", "width", "studentized", "width", "BCa", "percentile"])
        for shape in [NoiseWorld.Shape.normal, .logNormal, .exponential] {
            for seeds in [3, 5, 7, 10] {
                table.rows.append(row(NoiseWorld(shape, .equal), seeds: seeds, samples: 500 * effort))
            }
        }
        table.print()
    }

    private static func row(_ world: NoiseWorld, seeds: Int, samples: Int) -> [String] {
        var stream = RandomStream(seed: 11, .data, index: UInt64(seeds))
        var intervals = MeanIntervals()
        var tallies = [Tally](repeating: Tally(), count: 5)
        let resampling = Resampling(count: seeds, seed: 3)
        for _ in 0..<samples {
            let values = (0..<seeds).map { _ in world.draw(from: &stream) }
            if let ours = intervals.interval(ofMean: values) { tallies[0].add(ours) }
            let means = resampling.means(of: values)
            tallies[1].add(resampling.student(values))
            tallies[2].add(resampling.studentized(values))
            tallies[3].add(resampling.accelerated(values, means: means))
            tallies[4].add(resampling.percentile(means))
        }
        return ["\(world.shape.rawValue), \(seeds)"]
            + tallies.enumerated().flatMap { index, tally in
                [TextTable.percent(tally.coverage(of: samples))]
                    + (index < 3 ? [TextTable.decimal(tally.medianWidth, 2)] : [])
            }
    }

    private struct Tally {
        var held = 0
        var widths: [Double] = []

        mutating func add(_ interval: ConfidenceInterval) {
            if interval.contains(0) { held += 1 }
            widths.append(interval.upper - interval.lower)
        }

        func coverage(of samples: Int) -> Double { Double(held) / Double(samples) }

        var medianWidth: Double { widths.isEmpty ? 0 : widths.sorted()[widths.count / 2] }
    }
}
