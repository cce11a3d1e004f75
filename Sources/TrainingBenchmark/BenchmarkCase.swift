/// One training that is timed: a network, a batch size, an optimizer, and how far ahead of PyTorch it is to be.
struct BenchmarkCase: Hashable {
    /// From the inputs to the outputs.
    let widths: [Int]
    let batchSize: Int
    let examples: Int
    let optimizer: Optimizer
    /// How many times as fast as PyTorch's best variant.
    let goal: Double

    /// The raw values are the names in sweep files.
    enum Optimizer: String, CaseIterable {
        case sgd, adam
    }

    static let all: [BenchmarkCase] = [
        ([64, 128, 10], 8, 1437, 10),
        ([64, 128, 10], 64, 1437, 4),
        ([784, 256, 128, 10], 64, 6000, 1.5),
        ([150_528, 30, 20, 20, 1], 64, 512, 1.5),
    ].flatMap { widths, batchSize, examples, goal in
        Optimizer.allCases.map {
            BenchmarkCase(widths: widths, batchSize: batchSize, examples: examples, optimizer: $0, goal: goal)
        }
    }

    var network: String { widths.map(String.init).joined(separator: "-") }

    /// As the option `--only` compares it: `64-128-10 64 adam`.
    var name: String { "\(network) \(batchSize) \(optimizer.rawValue)" }

    var inputs: Int { widths.first ?? 1 }
    var hidden: [Int] { Array(widths.dropFirst().dropLast()) }
    var outputs: Int { widths.last ?? 1 }
    var classes: Int { max(2, outputs) }

    var steps: Int { (examples + batchSize - 1) / batchSize }

    /// Multiplications and additions of the matrix products in a pass over the examples.
    private var operations: Double {
        let products = zip(widths, widths.dropFirst()).map { Double($0 * $1) }
        return 2 * Double(examples) * (3 * products.reduce(0, +) - products[0])
    }

    /// Passes that are timed at a time: about a tenth of a second of them, at least two.
    var passes: Int {
        let seconds = Double(steps) * 40e-6 + operations / 50e9
        return max(2, Int((0.1 / seconds).rounded()))
    }
}
