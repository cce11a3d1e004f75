/// How many rows have each level of a parameter, and how far they lie from the mean together.
struct LevelHistogram {
    private(set) var counts = [Int](repeating: 0, count: ParameterColumn.mostLevels)
    private(set) var sums = [Double](repeating: 0, count: ParameterColumn.mostLevels)
    private(set) var total = 0
    /// Those that some row has, ascending.
    private(set) var levels: [Int] = []

    /// `deviations` has a value for each of `rows`.
    mutating func fill(_ rows: [Int], codes: [UInt8], deviations: [Double]) {
        for level in levels { (counts[level], sums[level]) = (0, 0) }
        var seen: UInt64 = 0
        for (row, deviation) in zip(rows, deviations) {
            let level = Int(codes[row])
            counts[level] += 1
            sums[level] += deviation
            seen |= 1 << UInt64(level)
        }
        total = rows.count
        levels.removeAll(keepingCapacity: true)
        seen.forEachBit { levels.append($0) }
    }

    /// The same levels by the mean of their rows; equal ones in their own order.
    var levelsByMean: [Int] {
        levels.sorted { (sums[$0] / Double(counts[$0]), $0) < (sums[$1] / Double(counts[$1]), $1) }
    }
}
