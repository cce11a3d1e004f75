import Foundation

/// A critical value for each number of configurations and seeds.
public struct CriticalTable: Sendable {
    public let candidateCounts: [Int]
    public let seedCounts: [Int]
    /// A row for each of `candidateCounts`, a column for each of `seedCounts`.
    let rows: [[Double]]

    /// Between the table's rows linear in ln(candidates), between its columns in 1/seeds; beyond the last row it goes
    /// on as before, beyond the last column it stays. Fewer candidates or seeds than the first count as that many.
    public func value(candidates: Int, seeds: Int) -> Double {
        let row = Self.position(of: candidates, in: candidateCounts) { log(Double($0)) }
        let column = Self.position(of: seeds, in: seedCounts) { 1 / Double($0) }
        func inRow(_ index: Int) -> Double {
            let values = rows[index]
            // Past the last column nothing changes any more, while the candidates' effect never ends.
            let share = min(column.share, 1)
            return values[column.index] + share * (values[column.index + 1] - values[column.index])
        }
        let lower = inRow(row.index)
        return lower + row.share * (inRow(row.index + 1) - lower)
    }

    /// The grid place at or before `value`, but never the last, and how far it is from there to the next.
    private static func position(of value: Int, in grid: [Int], scale: (Int) -> Double) -> (index: Int, share: Double) {
        let value = max(value, grid[0])
        let index = grid.lastIndex { $0 <= value } ?? 0
        let start = min(index, grid.count - 2)
        return (start, (scale(value) - scale(grid[start])) / (scale(grid[start + 1]) - scale(grid[start])))
    }
}
