import Foundation

/// A network, its losses and their gradients in double precision, written as the formulas stand: what the kernels are
/// compared with.
struct ReferenceNetwork {
    struct Layer {
        /// `[outputs][inputs]`.
        var weight: [[Double]]
        var bias: [Double]
        var normalization: Normalization?
    }

    struct Normalization {
        var weight: [Double]
        var bias: [Double]
    }

    var layers: [Layer]
    let activation: (Double) -> Double

    /// The outputs `[batch][outputs]` in training mode. A mask holds a factor for each value of a hidden layer.
    func outputs(_ inputs: [[Double]], masks: [[[Double]]]? = nil) -> [[Double]] {
        var values = inputs
        for (index, layer) in layers.enumerated() {
            var sums = values.map { row in
                zip(layer.weight, layer.bias).map { weights, bias in
                    zip(weights, row).reduce(bias) { $0 + $1.0 * $1.1 }
                }
            }
            guard index < layers.count - 1 else { return sums }
            if let normalization = layer.normalization { sums = normalization.apply(to: sums) }
            values = sums.map { $0.map(activation) }
            if let mask = masks?[index] {
                values = zip(values, mask).map { zip($0, $1).map { $0 * $1 } }
            }
        }
        return values
    }
}

extension ReferenceNetwork.Normalization {
    func apply(to rows: [[Double]]) -> [[Double]] {
        var result = rows
        for column in weight.indices {
            let numbers = rows.map { $0[column] }
            let mean = numbers.reduce(0, +) / Double(rows.count)
            let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows.count)
            for row in rows.indices {
                result[row][column] =
                    (numbers[row] - mean) / (variance + 1e-5).squareRoot() * weight[column] + bias[column]
            }
        }
        return result
    }
}

/// The slope of `function` at each number of `point`, by central differences: right to about 1e-9 of its size, since
/// the step is 1e-5 and rounding in double precision 1e-16.
func differences(of function: ([Double]) -> Double, at point: [Double]) -> [Double] {
    point.indices.map { index in
        let step = 1e-5 * max(1, abs(point[index]))
        var (above, below) = (point, point)
        above[index] += step
        below[index] -= step
        return (function(above) - function(below)) / (2 * step)
    }
}
