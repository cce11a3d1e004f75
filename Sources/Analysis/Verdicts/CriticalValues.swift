import Foundation

/// How many standard errors a configuration must lie behind the best to be told apart from it.
///
/// There is no formula for a ratio that picks its own best and its own spread, so the values were found as Student's
/// first were: by trying. `make critical-values` replays the whole comparison on made-up sweeps without any difference
/// and prints this table: for each number of configurations and seeds the value that the largest ratio exceeds in 4 % of
/// these, in the worst of five kinds of noise: normal with equal spreads, with spreads from 1 to 4, and with every fifth
/// configuration's 30 times the others'; exponential to the left (most seeds a little better, a few much worse) with
/// equal spreads, and with spreads from 1 to 4. The promise is 5 %; the rest allows for what lies between the table's
/// places and for chance in making it. `make calibration` measures what comes of it.
///
/// Two to four configurations need more than five do, since they have but few pairs to learn the spread from.
public enum CriticalValues {
    public static let candidateCounts = [2, 3, 4, 5, 7, 10, 20, 50, 100, 300, 1000]
    public static let seedCounts = [2, 3, 4, 5, 7, 10, 15, 30, 100]
    /// A row for each of `candidateCounts`, a column for each of `seedCounts`.
    static let table: [[Double]] = [
        [22.134, 7.228, 5.373, 4.422, 3.651, 3.151, 2.777, 2.400, 2.142],
        [14.277, 4.885, 3.973, 3.581, 3.207, 2.932, 2.716, 2.463, 2.437],
        [14.244, 4.780, 3.780, 3.498, 3.169, 2.990, 2.770, 2.664, 2.647],
        [13.783, 4.948, 3.754, 3.518, 3.252, 3.083, 2.925, 2.822, 2.800],
        [14.848, 5.573, 4.516, 4.163, 3.798, 3.535, 3.277, 3.070, 3.011],
        [15.134, 5.785, 4.954, 4.542, 4.139, 3.833, 3.578, 3.311, 3.268],
        [12.020, 6.564, 5.589, 5.152, 4.672, 4.331, 4.027, 3.777, 3.613],
        [11.514, 7.767, 6.525, 5.946, 5.381, 4.971, 4.724, 4.315, 4.125],
        [12.944, 8.839, 7.319, 6.657, 6.008, 5.543, 5.230, 4.803, 4.457],
        [15.451, 10.820, 8.679, 7.624, 6.872, 6.364, 5.880, 5.332, 4.910],
        [18.479, 12.861, 10.166, 8.937, 7.753, 7.132, 6.694, 6.106, 5.365],
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
        let index = (grid.lastIndex { $0 <= value } ?? 0)
        let start = min(index, grid.count - 2)
        return (start, (scale(value) - scale(grid[start])) / (scale(grid[start + 1]) - scale(grid[start])))
    }
}
