/// Some examples of a prepared file, converted and standardized as they are asked for: bytes stay bytes in memory.
struct PreparedExamples: ExampleSource {
    let targets: Targets
    private let file: PreparedFile
    private let rows: [Int32]
    private let standardization: ArrayStandardization

    init(_ file: PreparedFile, rows: [Int32], targets: Targets, standardization: ArrayStandardization) {
        precondition(file.examples != nil, "the examples were only checked")
        self.file = file
        self.rows = rows
        self.targets = targets
        self.standardization = standardization
    }

    var count: Int { rows.count }
    var width: Int { file.layout.width }

    func gather(_ indices: UnsafeBufferPointer<Int32>, into rows: UnsafeMutableBufferPointer<Float>) {
        let width = self.width
        precondition(rows.count == indices.count * width, "\(rows.count) elements for \(indices.count)×\(width)")
        guard let examples = file.examples, let start = rows.baseAddress else { return }
        for (index, example) in indices.enumerated() {
            file.layout.element.standardize(
                examples + Int(self.rows[Int(example)]) * file.layout.stride, mean: standardization.mean,
                scale: standardization.scale, into: start + index * width, count: width)
        }
    }
}
