/// Examples as they were read: numbers and categories by column, and the target beside them.
struct Table: Sendable {
    struct Column: Hashable, Codable, Sendable {
        let name: String
        /// In the order of their first appearance; nil for numbers.
        let categories: [String]?
    }

    /// Where the rows come from, for messages.
    let path: String
    /// The features.
    let columns: [Column]
    /// `[count, columns.count]`, row by row: numbers, and the places of categories in their column's list.
    let cells: TableCells
    let target: Column
    /// The numbers or the places of categories of the target, in the order of the rows.
    let targetValues: [Double]
    /// Rows before which a quoted field went over several lines, with the number of lines more.
    let lineShifts: [LineShift]
    /// Of the bytes that were read.
    let fingerprint: String
    /// Of one example where its numbers are more than a list, such as the pixels of a picture.
    var shape: [Int]?

    struct LineShift: Hashable, Sendable {
        let row: Int
        let lines: Int
    }

    /// The lines of the file at which rows begin.
    struct LineNumbers: Sendable {
        fileprivate let shifts: [LineShift]

        func line(ofRow row: Int) -> Int {
            let shift = shifts.last { $0.row <= row }?.lines ?? 0
            return row + 2 + shift
        }
    }

    var count: Int { targetValues.count }

    var lines: LineNumbers { LineNumbers(shifts: lineShifts) }

    var targets: SourceTargets {
        SourceTargets(
            path: path, place: .line(lines, column: target.name), categories: target.categories, values: targetValues)
    }
}
