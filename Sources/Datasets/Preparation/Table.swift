import Randomness

/// Examples as they were read: numbers and categories by column, and the target beside them.
struct Table: Sendable {
    struct Column: Hashable, Sendable {
        let name: String
        /// In the order of their first appearance; nil for numbers.
        let categories: [String]?
    }

    /// Where the rows come from, for messages.
    let path: String
    /// The features.
    let columns: [Column]
    /// `[count, columns.count]`, row by row: numbers, and the places of categories in their column's list.
    let cells: [Float]
    let target: Column
    /// The numbers or the places of categories of the target, in the order of the rows.
    let targetValues: [Double]
    /// Rows before which a quoted field went over several lines, with the number of lines more.
    let lineShifts: [LineShift]
    /// Of the bytes that were read.
    let fingerprint: Fingerprint

    struct LineShift: Hashable, Sendable {
        let row: Int
        let lines: Int
    }

    var count: Int { targetValues.count }

    /// The line of the file at which a row begins.
    func line(ofRow row: Int) -> Int {
        let shift = lineShifts.last { $0.row <= row }?.lines ?? 0
        return row + 2 + shift
    }

    /// The target of a row as it was written, but numbers in their shortest form.
    func targetText(ofRow row: Int) -> String {
        label(targetValues[row]).text
    }

    /// What a value of `targetValues` stands for.
    func label(_ value: Double) -> ClassLabel {
        if let categories = target.categories { return .text(categories[Int(value)]) }
        return .number(value)
    }

    func error(row: Int, _ rule: String) -> DataError {
        DataError(path: path, line: line(ofRow: row), column: target.name, value: targetText(ofRow: row), rule: rule)
    }
}
