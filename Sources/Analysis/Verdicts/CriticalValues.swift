import Foundation

/// How many standard errors a configuration must lie behind the best to be told apart from it.
///
/// There is no formula for a ratio that picks its own best and its own spread, so the values were found as Student's
/// first were: by trying. `make critical-values` replays the whole comparison on made-up sweeps without any difference
/// and prints this table: for each number of configurations and seeds the value that the largest ratio exceeds in 4 % of
/// these, in the worst of six kinds of noise: normal with equal spreads, with spreads from 1 to 4, and with every fifth
/// configuration's 30 times the others'; exponential to the left (most seeds a little better, a few much worse) with
/// equal spreads, and with spreads from 1 to 4; and every fourth seed a failure, far below the rest. The promise is 5 %; the rest allows for what lies between the table's
/// places and for chance in making it. `make calibration` measures what comes of it.
///
/// Two to four configurations need more than five do, since they have but few pairs to learn the spread from.
public enum CriticalValues {
    public static let candidateCounts = [2, 3, 4, 5, 7, 10, 20, 50, 100, 300, 1000]
    public static let seedCounts = [2, 3, 4, 5, 7, 10, 15, 30, 100]
    /// A row for each of `candidateCounts`, a column for each of `seedCounts`.
    static let table: [[Double]] = [
        [33.076, 7.228, 5.373, 4.422, 3.651, 3.151, 2.777, 2.400, 2.142],
        [19.513, 4.885, 3.973, 3.581, 3.207, 2.932, 2.716, 2.538, 2.484],
        [16.062, 4.780, 3.780, 3.498, 3.169, 2.990, 2.900, 2.778, 2.674],
        [13.783, 4.948, 3.754, 3.518, 3.252, 3.135, 3.094, 2.965, 2.851],
        [12.569, 5.566, 4.516, 4.163, 3.798, 3.535, 3.392, 3.215, 3.067],
        [14.249, 5.709, 4.954, 4.542, 4.139, 3.833, 3.664, 3.507, 3.268],
        [13.300, 6.328, 5.578, 5.152, 4.672, 4.331, 4.155, 3.962, 3.713],
        [27.195, 7.446, 6.785, 5.960, 5.833, 4.971, 4.770, 4.568, 4.193],
        [30.713, 8.626, 7.349, 7.021, 6.287, 5.543, 5.230, 5.029, 4.614],
        [33.212, 10.422, 8.360, 7.559, 6.873, 6.407, 5.880, 5.482, 5.051],
        [34.121, 12.608, 9.990, 8.767, 7.767, 7.152, 6.694, 6.117, 5.713],
    ]

    /// Between the table's rows linear in ln(candidates), between its columns in 1/seeds; beyond the last row it goes
    /// on as before, beyond the last column it stays. Needs at least two candidates and two seeds; fewer count as two.
    public static func value(candidates: Int, seeds: Int) -> Double {
        let row = position(of: candidates, in: candidateCounts) { log(Double($0)) }
        let column = position(of: seeds, in: seedCounts) { 1 / Double($0) }
        func inRow(_ index: Int) -> Double {
            let values = table[index]
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
