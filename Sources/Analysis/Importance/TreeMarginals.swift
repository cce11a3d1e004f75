/// How the variance of a tree's prediction over the whole space divides among parameters and their pairs, exactly.
///
/// F. Hutter, H. Hoos, K. Leyton-Brown, "An Efficient Approach for Assessing Hyperparameter Importance", ICML 2014:
/// a leaf adds to a marginal prediction its value times the share of the other parameters' space that it covers
/// (equation 5), so that marginals are sums over leaves (algorithm 1) and variances sums over marginals (equations 3
/// and 4). Every level of a parameter weighs the same.
struct TreeMarginals {
    /// The mean and the variance of the prediction over the whole space.
    let mean: Double
    let variance: Double
    /// By parameter and level: the mean prediction at that level.
    let main: [[Double]]
    private let tree: RegressionTree
    private let levelCounts: [Int]
    /// By leaf: its share of the space.
    private let volumes: [Double]

    init(_ tree: RegressionTree, levelCounts: [Int]) {
        self.tree = tree
        self.levelCounts = levelCounts
        volumes = tree.leaves.map { leaf in
            zip(leaf.levels, levelCounts).reduce(1) { $0 * Double($1.0.nonzeroBitCount) / Double($1.1) }
        }
        let mean = zip(tree.leaves, volumes).reduce(0) { $0 + $1.0.value * $1.1 }
        self.mean = mean
        variance = zip(tree.leaves, volumes).reduce(0) { $0 + ($1.0.value - mean) * ($1.0.value - mean) * $1.1 }
        var main = levelCounts.map { [Double](repeating: 0, count: $0) }
        for (leaf, volume) in zip(tree.leaves, volumes) {
            for (parameter, levels) in leaf.levels.enumerated() {
                let density = leaf.value * volume * Double(levelCounts[parameter]) / Double(levels.nonzeroBitCount)
                levels.forEachBit { main[parameter][$0] += density }
            }
        }
        self.main = main
    }

    /// The variance that a parameter explains alone.
    func mainVariance(_ parameter: Int) -> Double {
        main[parameter].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(levelCounts[parameter])
    }

    /// The variance that two parameters explain together beyond what each explains alone.
    func interactionVariance(_ first: Int, _ second: Int) -> Double {
        let rows = levelCounts[first]
        let columns = levelCounts[second]
        var joint = [Double](repeating: 0, count: rows * columns)
        // A leaf that spans all levels of one parameter adds the same to all of them: most leaves do.
        var byRow = [Double](repeating: 0, count: rows)
        var byColumn = [Double](repeating: 0, count: columns)
        var everywhere = 0.0
        for (leaf, volume) in zip(tree.leaves, volumes) {
            let (mine, theirs) = (leaf.levels[first], leaf.levels[second])
            let spans = (mine.nonzeroBitCount == rows, theirs.nonzeroBitCount == columns)
            let density =
                leaf.value * volume * Double(rows * columns)
                / Double(mine.nonzeroBitCount * theirs.nonzeroBitCount)
            switch spans {
            case (true, true): everywhere += density
            case (true, false): theirs.forEachBit { byColumn[$0] += density }
            case (false, true): mine.forEachBit { byRow[$0] += density }
            case (false, false):
                mine.forEachBit { row in theirs.forEachBit { joint[row * columns + $0] += density } }
            }
        }
        var variance = 0.0
        for row in 0..<rows {
            for column in 0..<columns {
                let effect =
                    joint[row * columns + column] + byRow[row] + byColumn[column] + everywhere
                    - main[first][row] - main[second][column] + mean
                variance += effect * effect
            }
        }
        return variance / Double(rows * columns)
    }
}

extension UInt64 {
    /// Calls `body` with the place of each one bit, the lowest first.
    @inline(__always)
    func forEachBit(_ body: (Int) -> Void) {
        var rest = self
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}
