/// Reads the cells of one column, all as numbers or all as categories, as its first cell says.
///
/// A column that mixes both is refused, since a slip of the pen in one number must not turn a feature into categories.
struct ColumnReader {
    /// The most categories of a feature, each of which becomes a feature of its own.
    static let mostCategories = 1_000
    /// The most categories of a target.
    static let mostClasses = 10_000

    private enum Kind {
        case undecided, numbers, categories
    }

    let name: String
    /// In the order of their first appearance; nil for numbers.
    var categories: [String]? { kind == .categories ? names : nil }

    private var kind: Kind
    /// Categories were asked for, so that every cell but an empty one is a category, also `5` and `NA`.
    private let isForced: Bool
    private let mostNames: Int
    private var names: [String] = []
    private var codes: [String: Int] = [:]
    private var firstLine = 0

    init(name: String, isForced: Bool, isTarget: Bool) {
        self.name = name
        self.isForced = isForced
        kind = isForced ? .categories : .undecided
        mostNames = isTarget ? Self.mostClasses : Self.mostCategories
    }

    /// The number in a cell, or the number of its category: the place in `categories`.
    mutating func read(_ cell: UnsafeBufferPointer<UInt8>, path: String, line: Int) throws(DataError) -> Double {
        if kind == .numbers, case .number(let value) = CellNumber(cell) { return value }
        do {
            return try read(cell, line: line)
        } catch {
            let text = String(decoding: cell, as: UTF8.self)
            throw DataError(path: path, line: line, column: name, value: text, rule: error.rule)
        }
    }

    private struct BrokenRule: Error {
        let rule: String
    }

    private mutating func read(_ cell: UnsafeBufferPointer<UInt8>, line: Int) throws(BrokenRule) -> Double {
        let text = String(decoding: cell, as: UTF8.self)
        if let code = codes[text] { return Double(code) }
        if text.isEmpty || !isForced && Self.missing.contains(text) {
            throw BrokenRule(rule: "a value is missing; fill it in or leave the row out")
        }
        if isForced { return try newCategory(text, cell) }
        let number = CellNumber(cell)
        if kind == .undecided {
            firstLine = line
            kind = number == .notNumber ? .categories : .numbers
        }
        switch (kind, number) {
        case (_, .notFinite):
            throw BrokenRule(rule: "it must be a finite number of magnitude below 3.4e38")
        case (.categories, .notNumber):
            return try newCategory(text, cell)
        case (.categories, .number), (.undecided, _):
            throw BrokenRule(rule: "it must be text as in line \(firstLine); if these are categories, say \(remedy)")
        case (.numbers, .number(let value)):
            return value
        case (.numbers, .notNumber):
            throw BrokenRule(
                rule: "it must be a number as in line \(firstLine); if these are categories, say \(remedy)")
        }
    }

    private mutating func newCategory(
        _ text: String, _ cell: UnsafeBufferPointer<UInt8>
    ) throws(BrokenRule) -> Double {
        guard String(validating: cell, as: UTF8.self) != nil else { throw BrokenRule(rule: "this is not UTF-8 text") }
        guard names.count < mostNames else {
            throw BrokenRule(
                rule: "the column has more than \(mostNames) different texts; leave it out with ignore: [\(name)]")
        }
        codes[text] = names.count
        names.append(text)
        return Double(names.count - 1)
    }

    private var remedy: String { "categories: [\(name)]" }

    /// What files write where a value is missing, besides nothing.
    private static let missing: Set<String> = ["NA", "N/A", "n/a", "null", "NULL", "?"]
}
