import Datasets
import Randomness

/// Examples of random numbers in memory: how fast a training is does not hang on what it learns.
struct RandomExamples: ExampleSource {
    let count: Int
    let width: Int
    let targets: Targets
    private let features: [Float]

    /// - Parameter classes: at least 2.
    init(count: Int, width: Int, classes: Int, seed: UInt64) {
        var stream = RandomStream(seed: seed, .data)
        self.count = count
        self.width = width
        targets = .classes((0..<count).map { Int32($0 % classes) }, count: classes)
        features = (0..<(count * width)).map { _ in 2 * stream.uniformFloat() - 1 }
    }

    func gather(_ indices: UnsafeBufferPointer<Int32>, into rows: UnsafeMutableBufferPointer<Float>) {
        precondition(rows.count == indices.count * width, "\(rows.count) elements for \(indices.count)×\(width)")
        features.withUnsafeBufferPointer { features in
            for (place, index) in indices.enumerated() {
                let row = features[(Int(index) * width)..<((Int(index) + 1) * width)]
                _ = rows[(place * width)..<((place + 1) * width)].update(fromContentsOf: row)
            }
        }
    }
}
