/// A regression tree whose leaves are boxes: for each parameter a set of levels.
///
/// L. Breiman, J. H. Friedman, R. A. Olshen, C. J. Stone, "Classification and Regression Trees", 1984, chapter 8:
/// each split lowers the sum of squares most. Levels without an order are split best after ordering them by their mean
/// (section 9.4.2; W. D. Fisher, "On grouping for maximum homogeneity", 1958).
struct RegressionTree {
    struct Leaf {
        /// By parameter: which levels belong to it, a bit each.
        let levels: [UInt64]
        let value: Double
    }

    /// Disjoint, and together the whole space.
    private(set) var leaves: [Leaf] = []
    private var nodes: [Node] = []

    private enum Node {
        case leaf(value: Double)
        case split(parameter: Int, left: UInt64, leftNode: Int, rightNode: Int)
    }

    /// Grows a tree on the given rows of the table, which may repeat. `leastRows` is the fewest rows of a leaf.
    init(_ table: CodedTable, rows: [Int], leastRows: Int) {
        precondition(!rows.isEmpty, "a tree needs rows")
        let whole = table.levelCounts.map { UInt64.max >> UInt64(64 - $0) }
        var open = [(rows: rows, levels: whole, node: 0)]
        nodes = [.leaf(value: 0)]
        while let (rows, levels, node) = open.popLast() {
            let splitter = BestSplit(table, rows: rows, levels: levels, leastRows: leastRows)
            guard let split = splitter.split else {
                nodes[node] = .leaf(value: splitter.mean)
                leaves.append(Leaf(levels: levels, value: splitter.mean))
                continue
            }
            let codes = table.codes[split.parameter]
            var left = levels
            var right = levels
            left[split.parameter] = split.left
            right[split.parameter] = levels[split.parameter] & ~split.left
            nodes[node] = .split(
                parameter: split.parameter, left: split.left, leftNode: nodes.count, rightNode: nodes.count + 1)
            open.append((rows.filter { split.left >> UInt64(codes[$0]) & 1 == 1 }, left, nodes.count))
            open.append((rows.filter { split.left >> UInt64(codes[$0]) & 1 == 0 }, right, nodes.count + 1))
            nodes += [.leaf(value: 0), .leaf(value: 0)]
        }
    }

    /// What the tree says of a row of a table.
    func prediction(_ table: CodedTable, row: Int) -> Double {
        var node = 0
        while true {
            switch nodes[node] {
            case .leaf(let value): return value
            case .split(let parameter, let left, let leftNode, let rightNode):
                node = left >> UInt64(table.codes[parameter][row]) & 1 == 1 ? leftNode : rightNode
            }
        }
    }
}
