import CKernels
import Networks
import Tensors

/// How far numbers are from what they should be; scores as scikit-learn's `root_mean_squared_error`,
/// `mean_absolute_error` and `r2_score` have them.
struct ErrorSums {
    /// Of squares and of magnitudes.
    private var sums = [0.0, 0.0]

    init() {}

    /// All of `targets` guessed to be `guess`.
    init(of targets: [Float], guess: Double) {
        for target in targets {
            let error = guess - Double(target)
            sums[0] += error * error
            sums[1] += error.magnitude
        }
    }

    mutating func take(_ outputs: Matrix, _ batch: Batch) {
        add_errors(outputs.pointer, batch.values.pointer, outputs.count, &sums)
    }

    /// - Parameters:
    ///   - count: of all that were taken; at least 1.
    ///   - spread: the sum of the squares of the targets about their mean.
    func scores(count: Int, spread: Double) -> [Score: Double] {
        var scores: [Score: Double] = [
            .rootMeanSquaredError: (sums[0] / Double(count)).squareRoot(), .meanAbsoluteError: sums[1] / Double(count),
        ]
        if count > 1 { scores[.r2] = spread > 0 ? 1 - sums[0] / spread : sums[0] > 0 ? 0 : 1 }
        return scores
    }

    /// The sum of the squares of numbers about their mean.
    static func spread(_ numbers: [Float]) -> Double {
        let mean = numbers.reduce(0.0) { $0 + Double($1) } / Double(max(numbers.count, 1))
        return numbers.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    }
}
