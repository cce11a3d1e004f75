import Analysis
import Randomness
import Settings
import Sweeps

/// How long the largest tasks take.
enum Timings {
    static func printTable() {
        var table = TextTable("Times", heading: ["task", "milliseconds"])
        for seeds in [3, 10] {
            let ranking = ranking(configurations: 1_000, seeds: seeds)
            table.rows.append([
                "evidence for 1,000 configurations with \(seeds) seeds",
                milliseconds { _ = RankingEvidence(ranking).verdict?.standings.count },
            ])
        }
        let (columns, objective) = space(configurations: 1_000, parameters: 10)
        table.rows.append([
            "importance of 10 parameters over 1,000 configurations",
            milliseconds { _ = FunctionalANOVA(columns, objective: objective)?.interactions.count },
        ])
        table.print()
    }

    private static func milliseconds(_ task: () -> Void) -> String {
        let fastest = (0..<3).map { _ in ContinuousClock().measure(task) }.min() ?? .zero
        return TextTable.decimal(fastest / .milliseconds(1), 1)
    }

    private static func ranking(configurations: Int, seeds: Int) -> Ranking {
        var stream = RandomStream(seed: 1, .data)
        let outcomes = (1...configurations).flatMap { number in
            (1...seeds).map { seed in
                let point = MetricPoint(epoch: 1, step: 1, value: Double(number % 50) + stream.normal())
                return TrialOutcome(
                    trial: Trial(configuration: Configuration(["lr": .int(number)]), seed: seed, data: ""),
                    configurationNumber: number, state: .finished,
                    summaries: ["dev_accuracy": MetricSummary(of: point)],
                    seconds: 1)
            }
        }
        return Ranking(of: outcomes, by: Objective())
    }

    /// Half of the parameters are drawn evenly, half have five values.
    private static func space(configurations: Int, parameters: Int) -> ([ParameterColumn], [Double]) {
        var stream = RandomStream(seed: 2, .data)
        let points = (0..<configurations).map { _ in
            (0..<parameters).map { $0 % 2 == 0 ? stream.uniform() : Double(stream.below(5)) }
        }
        let columns = (0..<parameters).map { parameter in
            ParameterColumn(name: "p\(parameter)", values: points.map { .number($0[parameter]) })
        }
        return (columns, points.map { $0[0] * $0[1] + $0[2] + 0.1 * stream.normal() })
    }
}
