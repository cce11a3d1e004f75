import Datasets

/// Examples in memory, for tests.
struct RowSource: ExampleSource {
    let rows: [[Float]]
    let targets: Targets

    var count: Int { rows.count }
    var width: Int { rows[0].count }

    func gather(_ indices: UnsafeBufferPointer<Int32>, into destination: UnsafeMutableBufferPointer<Float>) {
        for (place, index) in indices.enumerated() {
            for (column, number) in rows[Int(index)].enumerated() { destination[place * width + column] = number }
        }
    }
}
