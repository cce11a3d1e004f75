import Randomness

/// Which rows of a table go to which part.
struct PartRows: Hashable, Sendable {
    let train: [Int32]
    let dev: [Int32]
    let test: [Int32]

    /// Draws the parts at random within each class; within a part, rows keep their order.
    ///
    /// - Parameters:
    ///   - rows: the rows by class; all in one list where there are no classes to keep in proportion.
    ///   - sizes: how many of each class go to the dev and test parts.
    init(_ rows: [[Int32]], sizes: PartSizes, seed: UInt64) {
        var train: [Int32] = []
        var dev: [Int32] = []
        var test: [Int32] = []
        var random = RandomStream(seed: seed, .split)
        for (index, rows) in rows.enumerated() {
            var rows = rows
            if sizes.dev[index] + sizes.test[index] > 0 { random.shuffle(&rows) }
            let devEnd = sizes.dev[index]
            let testEnd = devEnd + sizes.test[index]
            dev += rows[..<devEnd]
            test += rows[devEnd..<testEnd]
            train += rows[testEnd...]
        }
        self.train = train.sorted()
        self.dev = dev.sorted()
        self.test = test.sorted()
    }
}
