import Randomness

/// Regression trees, each grown on rows drawn with replacement.
///
/// L. Breiman, "Random Forests", Machine Learning 45, 2001. Each tree may split on any parameter, since the trees are
/// to show what parameters do rather than to predict best.
struct RegressionForest {
    static let treeCount = 48
    static let leastRows = 2

    let trees: [RegressionTree]
    /// The share of the objective's variance that trees explain in rows that they were not grown on: 1 − Σ(y − ŷ)² /
    /// Σ(y − ȳ)²; below 0 where they are worse than the mean. Nil where there is no variance.
    let explained: Double?

    init(_ columns: [ParameterColumn], objective: [Double], seed: UInt64) {
        let count = objective.count
        var trees: [RegressionTree] = []
        var sums = [Double](repeating: 0, count: count)
        var votes = [Int](repeating: 0, count: count)
        for index in 0..<Self.treeCount {
            var stream = RandomStream(seed: seed, .bootstrap, index: UInt64(index))
            let table = CodedTable(columns, objective: objective, filledBy: &stream)
            let rows = (0..<count).map { _ in Int(stream.below(UInt64(count))) }
            let tree = RegressionTree(table, rows: rows, leastRows: Self.leastRows)
            var isLeftOut = [Bool](repeating: true, count: count)
            for row in rows { isLeftOut[row] = false }
            for row in 0..<count where isLeftOut[row] {
                sums[row] += tree.prediction(table, row: row)
                votes[row] += 1
            }
            trees.append(tree)
        }
        self.trees = trees
        let judged = (0..<count).filter { votes[$0] > 0 }
        let mean = judged.reduce(0) { $0 + objective[$1] } / Double(max(1, judged.count))
        let total = judged.reduce(0) { $0 + (objective[$1] - mean) * (objective[$1] - mean) }
        let missed = judged.reduce(0) { sum, row in
            let error = objective[row] - sums[row] / Double(votes[row])
            return sum + error * error
        }
        explained = total > 0 ? 1 - missed / total : nil
    }
}
