/// Finds the split of some rows that lowers their sum of squares most.
struct BestSplit {
    let mean: Double
    /// The parameter, and which of its levels go left; nil where no split helps.
    private(set) var split: (parameter: Int, left: UInt64)?
    private var gain: Double
    private let leastRows: Int

    /// `levels` are those of the rows' box, by parameter; `leastRows` is the fewest rows of each side.
    init(_ table: CodedTable, rows: [Int], levels: [UInt64], leastRows: Int) {
        let total = rows.reduce(0) { $0 + table.objective[$1] }
        let center = total / Double(rows.count)
        let squares = rows.reduce(0) { $0 + (table.objective[$1] - center) * (table.objective[$1] - center) }
        mean = center
        self.leastRows = leastRows
        // Less than rounding leaves of equal values is no gain.
        gain = 1e-12 * squares
        guard rows.count >= 2 * leastRows, squares > 1e-24 * center * center * Double(rows.count) else { return }
        // Centred, so that the gain does not lose its digits to a large mean.
        let deviations = rows.map { table.objective[$0] - center }
        var histogram = LevelHistogram()
        for parameter in 0..<table.parameterCount where levels[parameter].nonzeroBitCount > 1 {
            histogram.fill(rows, codes: table.codes[parameter], deviations: deviations)
            improve(parameter, isOrdered: table.isOrdered[parameter], levels: levels[parameter], histogram)
        }
        // Where no cut helps by itself, as of an exclusive or, one in the middle lets the next ones help.
        if split == nil { split = middle(table, rows, levels) }
    }

    /// Cuts the parameter that was cut least so far between its levels, the middle ones; nil if no cut leaves rows enough.
    private func middle(_ table: CodedTable, _ rows: [Int], _ levels: [UInt64]) -> (parameter: Int, left: UInt64)? {
        let share = { Double(levels[$0].nonzeroBitCount) / Double(table.levelCounts[$0]) }
        let widest = levels.indices.filter { levels[$0].nonzeroBitCount > 1 }
            .sorted { (-share($0), $0) < (-share($1), $1) }
        for parameter in widest {
            var left: UInt64 = 0
            var rest = levels[parameter].nonzeroBitCount / 2
            levels[parameter].forEachBit { level in
                if rest > 0 { left |= 1 << UInt64(level) }
                rest -= 1
            }
            let codes = table.codes[parameter]
            let leftCount = rows.reduce(0) { $0 + Int(left >> UInt64(codes[$1]) & 1) }
            if leftCount >= leastRows, rows.count - leftCount >= leastRows { return (parameter, left) }
        }
        return nil
    }

    /// Tries every cut of the levels in their order.
    private mutating func improve(_ parameter: Int, isOrdered: Bool, levels: UInt64, _ histogram: LevelHistogram) {
        let order = isOrdered ? histogram.levels : histogram.levelsByMean
        var leftCount = 0
        var leftSum = 0.0
        var leftLevels: UInt64 = 0
        for (place, level) in order.dropLast().enumerated() {
            leftCount += histogram.counts[level]
            leftSum += histogram.sums[level]
            leftLevels |= 1 << UInt64(level)
            let rightCount = histogram.total - leftCount
            guard leftCount >= leastRows, rightCount >= leastRows else { continue }
            // The right sum is minus the left one, since the deviations add up to nothing.
            let lowered = leftSum * leftSum * (1 / Double(leftCount) + 1 / Double(rightCount))
            guard lowered > gain else { continue }
            gain = lowered
            if isOrdered {
                // Levels that no row has are divided half way.
                let last = (level + order[place + 1]) / 2
                split = (parameter, levels & (UInt64.max >> UInt64(63 - last)))
            } else {
                let absent = order.reduce(levels) { $0 & ~(1 << UInt64($1)) }
                split = (parameter, leftCount > rightCount ? leftLevels | absent : leftLevels)
            }
        }
    }
}
