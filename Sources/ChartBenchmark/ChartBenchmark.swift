import Charts
import Foundation

/// Draws 1,000 noisy curves of 1,000 points as a PNG and prints what it took: time, processor time and memory.
///
/// Processor time is what compares on a busy machine. Exits with 1 where a figure takes more than a second of it or
/// more than 200 MB.
@main
enum ChartBenchmark {
    static func main() throws {
        let figure = figure(curves: 1000, points: 1000)
        // Fonts are found on the first use.
        _ = try figure.encoded(as: .png, resolution: 20)
        let rounds = 5
        var seconds: [Double] = []
        var processor: [Double] = []
        for _ in 0..<rounds {
            let (clock, used) = (ContinuousClock.now, processorSeconds())
            _ = try figure.encoded(as: .png)
            processor.append(processorSeconds() - used)
            seconds.append((ContinuousClock.now - clock) / .seconds(1))
        }
        let (best, bestProcessor) = (seconds.min() ?? 0, processor.min() ?? 0)
        let memory = megabytes()
        print("1,000 curves of 1,000 points as PNG, best of \(rounds):")
        print(String(format: "  time            %.2f s", best))
        print(String(format: "  processor time  %.2f s (at most 1)", bestProcessor))
        print(String(format: "  memory          %.0f MB (at most 200)", memory))
        if bestProcessor > 1 || memory > 200 { exit(1) }
    }

    /// As a sweep's chart is: most curves thin and grey, eight in colour, no two neighbouring points level.
    private static func figure(curves: Int, points: Int) -> Figure {
        let theme = Theme.light
        let x = (0..<points).map(Double.init)
        var state: UInt64 = 1
        func noise() -> Double {
            // Knuth's linear congruential generator; any noise serves.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(UInt32.max) - 0.25
        }
        let marks = (0..<curves).map { index in
            let named = curves - 8
            let y = x.map { 2 * exp(-$0 / (50 + Double(index))) + 0.1 + 0.1 * noise() }
            return LineMark(
                series: "\(index)", label: index < named ? nil : "curve \(index)", x: x, y: y,
                stroke: index < named
                    ? Stroke(theme.context, width: 0.6)
                    : Stroke(theme.palette.color(index - named), width: theme.lineWidth))
        }
        return Figure(title: "Benchmark", x: Axis("Step"), y: Axis("Loss"), marks: marks)
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The most that the process ever held; the data themselves are 16 of them.
    private static func megabytes() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
