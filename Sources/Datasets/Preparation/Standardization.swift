/// Shifts and scales features so that each has mean 0 and deviation 1 over the training examples.
///
/// Features made of categories stay 0 and 1, and a feature that never varies is only shifted.
struct Standardization: Sendable {
    /// By feature.
    let mean: [Float]
    /// One over the deviation (of the whole population), by feature.
    let scale: [Float]

    /// Leaves features as they are.
    init(width: Int) {
        mean = [Float](repeating: 0, count: width)
        scale = [Float](repeating: 1, count: width)
    }

    /// Measures the training rows in double precision, mean first, then deviation.
    init(_ table: Table, rows: [Int32], encoding: FeatureEncoding) {
        var mean = [Float](repeating: 0, count: encoding.width)
        var scale = [Float](repeating: 1, count: encoding.width)
        let columns = encoding.columns.count
        var sums = [Double](repeating: 0, count: columns)
        var squares = sums
        let count = Double(rows.count)
        table.cells.withUnsafeBufferPointer { cells in
            for row in rows {
                let start = Int(row) * columns
                for column in 0..<columns { sums[column] += Double(cells[start + column]) }
            }
            let means = sums.map { $0 / count }
            for row in rows {
                let start = Int(row) * columns
                for column in 0..<columns {
                    let deviation = Double(cells[start + column]) - means[column]
                    squares[column] += deviation * deviation
                }
            }
            for (index, column) in encoding.columns.enumerated() {
                guard case .number(let feature) = column, let first = rows.first else { continue }
                let value = cells[Int(first) * columns + index]
                let isConstant = rows.allSatisfy { cells[Int($0) * columns + index] == value }
                mean[feature] = isConstant ? value : Float(means[index])
                if !isConstant {
                    let inverse = 1 / (squares[index] / count).squareRoot()
                    scale[feature] = Float(min(inverse, Double(Float.greatestFiniteMagnitude)))
                }
            }
        }
        self.mean = mean
        self.scale = scale
    }
}
