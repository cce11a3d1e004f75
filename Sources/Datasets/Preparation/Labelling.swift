/// What the examples of tables are to become, and the rule by which the task is told from the target.
struct Labelling: Sendable {
    /// The most different whole numbers that a target may hold to be taken for classes.
    static let mostNumericClasses = 20

    let task: DataTask
    /// By class; empty for regression.
    private let labels: [ClassLabel]

    /// - Parameters:
    ///   - table: the training table, whose classes are all there are.
    ///   - task: what the person says; nil: text, or whole numbers of at most 20 different values, are classes, and
    ///     everything else is a number to predict.
    /// Throws a `DataError` if there is only one class, or text where numbers are needed.
    init(_ table: Table, task: DataTask.Kind?) throws(DataError) {
        let isClassification =
            switch task {
            case .classification: true
            case .regression: false
            case nil: table.target.categories != nil || Self.areClasses(table.targetValues)
            }
        if !isClassification {
            guard table.target.categories == nil else {
                throw table.error(row: 0, "it must be a number with 'task: regression'")
            }
            self.task = .regression
            labels = []
            return
        }
        let distinct = Set(table.targetValues)
        if distinct.count > ColumnReader.mostClasses {
            throw DataError(
                path: table.path, column: table.target.name,
                rule: "there are \(distinct.count) different values; at most \(ColumnReader.mostClasses) classes can "
                    + "be told apart")
        }
        labels = ClassLabel.sorted(distinct.map(table.label))
        if labels.count == 1 {
            throw DataError(
                path: table.path, column: table.target.name, value: labels[0].text,
                rule: "all examples are of this one class, so there is nothing to tell apart")
        }
        self.task = .classification(classNames: labels.map(\.text))
    }

    /// The class of each row of a table. Throws a `DataError` at the first one that is no class of the training table.
    func classes(of table: Table) throws(DataError) -> [Int32] {
        var known: [ClassLabel: Int32] = [:]
        for (index, label) in labels.enumerated() { known[label] = Int32(index) }
        var byValue: [Double: Int32] = [:]
        var classes: [Int32] = []
        classes.reserveCapacity(table.count)
        for (row, value) in table.targetValues.enumerated() {
            if let index = byValue[value] {
                classes.append(index)
            } else if let index = known[table.label(value)] {
                byValue[value] = index
                classes.append(index)
            } else {
                throw table.error(row: row, "no training example is of this class")
            }
        }
        return classes
    }

    private static func areClasses(_ values: [Double]) -> Bool {
        var distinct: Set<Double> = []
        for value in values {
            if value.rounded() != value { return false }
            distinct.insert(value)
            if distinct.count > mostNumericClasses { return false }
        }
        return true
    }
}
