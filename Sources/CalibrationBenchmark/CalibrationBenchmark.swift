import Analysis

/// Measures whether verdicts and intervals hold what they promise, on made-up sweeps in which the truth is known.
///
/// `CalibrationBenchmark [EFFORT]` prints the tables; EFFORT (default 1) multiplies the number of made-up sweeps.
/// `CalibrationBenchmark critical-values [borrowed | pooled] [CONFIGURATIONS …]` prints the tables that `CriticalValues`
/// holds, or the one, or the rows for these numbers of configurations.
@main
enum CalibrationBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let argument = arguments.first ?? "1"
        if argument == "critical-values" {
            return CriticalValueSearch.printTables(Array(arguments.dropFirst()))
        }
        guard let effort = Int(argument), (1...1000).contains(effort) else {
            return print("'\(argument)' is no effort; it must be in 1...1000, or 'critical-values'.")
        }
        FalseClaims.printTables(effort: effort)
        PowerCheck.printTable(effort: effort)
        IntervalCoverage.printTable(effort: effort)
        Timings.printTable()
    }
}
