import Foundation
import GRDB
import TrialFolders

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

extension Row {
    /// The values of a row of `measurement_runs`, by its columns `count` and `value_bytes`.
    var runValues: [Double] {
        get throws(DamagedRow) {
            let (count, bytes): (Int, Data) = (self["count"], self["value_bytes"])
            guard count > 0, bytes.count.isMultiple(of: count),
                let width = PackedValues.Width(rawValue: bytes.count / count),
                let packed = PackedValues(width: width, bytes: bytes)
            else {
                throw DamagedRow(
                    words: "a run of \(count) measurements has \(bytes.count) bytes, neither 4 nor 8 for each")
            }
            return packed.values
        }
    }
}
