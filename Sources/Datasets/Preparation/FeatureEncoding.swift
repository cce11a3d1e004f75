/// How the columns of tables become features: a number is one feature, a category one feature per value (1 where it is
/// that value, else 0), in the sorted order of the values of all tables.
///
/// The values come from all parts, so that a network's shape does not hang on how the examples are split.
struct FeatureEncoding: Hashable, Sendable {
    enum Column: Hashable, Sendable {
        case number(feature: Int)
        /// By table, the feature of each of the table's own categories.
        case categories(features: Range<Int>, places: [[Int]])
    }

    let columns: [Column]
    /// `age`, and `colour=red` for categories.
    let featureNames: [String]
    var width: Int { featureNames.count }
    /// Every column is one number.
    let isPlain: Bool

    /// - Parameter tables: at least one, all with the same columns of the same kinds.
    init(_ tables: [Table]) {
        var columns: [Column] = []
        var names: [String] = []
        for (index, column) in tables[0].columns.enumerated() {
            guard column.categories != nil else {
                columns.append(.number(feature: names.count))
                names.append(column.name)
                continue
            }
            let lists = tables.map { $0.columns[index].categories ?? [] }
            let values = Set(lists.joined()).sorted()
            let first = names.count
            let features = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, first + $0) })
            columns.append(
                .categories(
                    features: first..<(first + values.count),
                    places: lists.map { list in list.map { features[$0] ?? first } }))
            names += values.map { "\(column.name)=\($0)" }
        }
        self.columns = columns
        featureNames = names
        isPlain = columns.allSatisfy { if case .number = $0 { true } else { false } }
    }
}
