import Foundation
import Sweeps

/// Numbers of tables as people read them; machines get all digits.
enum NumberText {
    /// The numbers of one column, with one count of decimals where their sizes allow it: four digits of the largest,
    /// and each with its own four where that would leave another fewer than two. Missing ones are empty.
    static func column(_ values: [Double?]) -> [String] { column(values, like: values) }

    /// The numbers of a column that belongs to another one, such as deviations to their means, with its decimals.
    static func column(_ values: [Double?], like others: [Double?]) -> [String] {
        let decimals = decimals(for: others.compactMap(\.self))
        return values.map { value in
            guard let value else { return "" }
            return decimals.map { NumberWords.fixed(value, decimals: $0) } ?? short(value)
        }
    }

    /// One number with at most four digits.
    static func short(_ value: Double) -> String { NumberWords.text(value) }

    /// One number with so many decimals.
    static func fixed(_ value: Double, decimals: Int) -> String { NumberWords.fixed(value, decimals: decimals) }

    /// The number of decimals that suits all of them; nil where none does.
    private static func decimals(for values: [Double]) -> Int? {
        let sizes = values.filter { $0.isFinite && $0 != 0 }.map(abs)
        guard let largest = sizes.max(), let smallest = sizes.min() else { return 0 }
        guard largest < NumberWords.large else { return nil }
        if sizes.allSatisfy({ $0.rounded() == $0 }) { return 0 }
        // An accuracy of 1 is written as those below it.
        let decimals = largest == 1 ? 4 : max(0, 3 - Int(log10(largest).rounded(.down)))
        return largest >= 1e-3 && smallest >= pow(10, 1 - Double(decimals)) ? decimals : nil
    }
}
