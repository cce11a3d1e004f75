/// Some rows of a table as examples, encoded and standardized as they are asked for: no copy of the features is held.
struct TableExamples: ExampleSource {
    let targets: Targets
    private let table: Table
    private let rows: [Int32]
    private let encoding: FeatureEncoding
    private let standardization: Standardization
    /// Which of the encoding's tables `table` is.
    private let place: Int

    init(
        _ table: Table, rows: [Int32], place: Int, targets: Targets, encoding: FeatureEncoding,
        standardization: Standardization
    ) {
        self.table = table
        self.rows = rows
        self.place = place
        self.targets = targets
        self.encoding = encoding
        self.standardization = standardization
    }

    var count: Int { rows.count }
    var width: Int { encoding.width }

    func gather(_ indices: UnsafeBufferPointer<Int32>, into rows: UnsafeMutableBufferPointer<Float>) {
        let width = self.width
        precondition(rows.count == indices.count * width, "\(rows.count) elements for \(indices.count)×\(width)")
        table.cells.withUnsafeBufferPointer { cells in
            for (index, example) in indices.enumerated() {
                let row = Int(self.rows[Int(example)])
                let from = UnsafeBufferPointer(
                    rebasing: cells[(row * table.columns.count)...].prefix(table.columns.count))
                let to = UnsafeMutableBufferPointer(rebasing: rows[(index * width)..<((index + 1) * width)])
                if encoding.isPlain {
                    standardize(from, into: to)
                } else {
                    encode(from, into: to)
                }
            }
        }
    }

    private func standardize(_ from: UnsafeBufferPointer<Float>, into to: UnsafeMutableBufferPointer<Float>) {
        standardization.mean.withUnsafeBufferPointer { mean in
            standardization.scale.withUnsafeBufferPointer { scale in
                for feature in 0..<min(from.count, to.count, mean.count, scale.count) {
                    to[feature] = (from[feature] - mean[feature]) * scale[feature]
                }
            }
        }
    }

    private func encode(_ from: UnsafeBufferPointer<Float>, into to: UnsafeMutableBufferPointer<Float>) {
        for (index, column) in encoding.columns.enumerated() {
            switch column {
            case .number(let feature):
                to[feature] = (from[index] - standardization.mean[feature]) * standardization.scale[feature]
            case .categories(let features, let places):
                to[features].update(repeating: 0)
                to[places[place][Int(from[index])]] = 1
            }
        }
    }
}
