import Foundation

/// Numbers as people read them; machines get all digits.
enum NumberText {
    /// The numbers of one column, with one count of decimals where their sizes allow it: four decimals for accuracies,
    /// five digits for larger ones, and each with its own five digits where they differ by more than four powers of
    /// ten. Missing ones are empty.
    static func column(_ values: [Double?]) -> [String] {
        let decimals = decimals(for: values.compactMap(\.self))
        return values.map { value in value.map { text(of: $0, decimals: decimals) } ?? "" }
    }

    /// The numbers of a column that belongs to another one, such as deviations to their means, with its decimals.
    static func column(_ values: [Double?], like others: [Double?]) -> [String] {
        let decimals = decimals(for: others.compactMap(\.self))
        return values.map { value in value.map { text(of: $0, decimals: decimals) } ?? "" }
    }

    /// One number with at most five digits.
    static func short(_ value: Double) -> String { text(of: value, decimals: nil) }

    /// One number with so many decimals.
    static func fixed(_ value: Double, decimals: Int) -> String { text(of: value, decimals: decimals) }

    /// The number of decimals that suits all of them; nil where none does.
    private static func decimals(for values: [Double]) -> Int? {
        let sizes = values.filter { $0.isFinite && $0 != 0 }.map(abs)
        guard let largest = sizes.max(), let smallest = sizes.min() else { return 0 }
        if largest < 1e7, values.allSatisfy({ !$0.isFinite || $0.rounded() == $0 }) { return 0 }
        guard largest < 1e7, largest >= 1e-3, smallest >= largest / 1e4 else { return nil }
        let exponent = Int(log10(largest).rounded(.down))
        return exponent >= 0 ? max(0, 4 - exponent) : 3 - exponent
    }

    private static func text(of value: Double, decimals: Int?) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        guard let decimals else { return String(format: "%.5g", value) }
        return String(format: "%.\(decimals)f", value)
    }
}
