import Foundation

/// The results as a table for a README.
enum MarkdownReport {
    static func text(_ results: [BenchmarkResult], machine: String, versions: String?) -> String {
        let hasPeer = versions != nil
        var lines = [hasPeer ? "\(machine); \(versions ?? "")." : "\(machine)."]
        lines.append("Medians of one thread's processor time per step of a shuffled pass over the training data.")
        if !hasPeer {
            lines.append("There is no PyTorch to compare with; `make benchmark TORCH=yes` installs one and does.")
        }
        let own = ["network", "batch", "optimizer", "sweep"]
        let compared = own + ["PyTorch", "its best variant", "ratio", "goal"]
        let header = hasPeer ? compared : own
        lines += ["", row(header), row(header.map { _ in "---" })]
        lines += results.map { row(cells($0)) }
        return lines.joined(separator: "\n")
    }

    private static func cells(_ result: BenchmarkResult) -> [String] {
        let benchmark = result.benchmark
        let own = BenchmarkResult.median(result.own)
        var cells = [
            benchmark.network, String(benchmark.batchSize), benchmark.optimizer.rawValue,
            time(own / Double(benchmark.steps)),
        ]
        if let best = result.best {
            let peer = BenchmarkResult.median(best.seconds)
            cells += [
                time(peer / Double(benchmark.steps)), best.variant.rawValue, "\(number(peer / own))×",
                "\(number(benchmark.goal))×",
            ]
        }
        return cells
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private static func time(_ seconds: Double) -> String {
        seconds < 1e-3 ? "\(number(seconds * 1e6)) µs" : "\(number(seconds * 1e3)) ms"
    }

    private static func number(_ value: Double) -> String {
        String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
    }
}
