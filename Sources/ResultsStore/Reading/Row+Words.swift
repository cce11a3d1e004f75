import GRDB

/// What a row holds is nothing that this program writes there.
struct DamagedRow: Error {
    /// A clause.
    let words: String
}

extension Row {
    /// The case that the word in a column names.
    func word<Word: RawRepresentable>(_ column: String, _ type: Word.Type = Word.self) throws(DamagedRow) -> Word
    where Word.RawValue == String {
        let text: String = self[column]
        guard let word = Word(rawValue: text) else {
            throw DamagedRow(words: "a row says '\(text)' in its column '\(column)', which nobody knows")
        }
        return word
    }
}

extension ValueList {
    /// The values of a column's list.
    static func stored(_ text: String) throws(DamagedRow) -> [Double] {
        guard let values = values(in: text) else { throw DamagedRow(words: "a run of measurements is not a list") }
        return values
    }
}
