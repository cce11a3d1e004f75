import CDigits

/// 1,797 handwritten digits of 8×8 pixels in 0…16, and the digit 0…9 as the class.
///
/// E. Alpaydin, C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998 (its test
/// part), licence CC BY 4.0.
enum Digits {
    private static let target = "digit"

    static func table(_ reader: CSVReader) throws -> Table {
        let bytes = UnsafeRawBufferPointer(start: digits_csv(), count: digits_csv_count())
        var table = try reader.read(ByteStream(memory: bytes, name: "digits"))
        let isWhole = reader.target.map { $0 == target } ?? true && reader.ignored.isEmpty && reader.categories.isEmpty
        if isWhole { table.shape = [8, 8] }
        return table
    }
}
