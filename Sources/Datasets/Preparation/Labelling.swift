/// What the examples of tables are to become, and the rule by which the task is told from the target.
struct Labelling: Sendable {
    /// The most different whole numbers that a target may hold to be taken for classes.
    static let mostNumericClasses = 20

    let task: DataTask
    /// By class; empty for regression.
    private let labels: [ClassLabel]

    /// - Parameters:
    ///   - targets: those of the training source, whose classes are all there are.
    ///   - task: what the person says; nil: text, or whole numbers of at most 20 different values, are classes, and
    ///     everything else is a number to predict.
    /// Throws a `DataError` if there is only one class, or text where numbers are needed.
    init(_ targets: SourceTargets, task: DataTask.Kind?) throws(DataError) {
        let isClassification =
            switch task {
            case .classification: true
            case .regression: false
            case nil: targets.categories != nil || Self.areClasses(targets.values)
            }
        if !isClassification {
            guard targets.categories == nil else {
                throw targets.error(row: 0, "it must be a number with 'task: regression'")
            }
            self.task = .regression
            labels = []
            return
        }
        let distinct = Set(targets.values)
        if distinct.count > ColumnReader.mostClasses {
            throw targets.error(
                "there are \(distinct.count) different values; at most \(ColumnReader.mostClasses) classes can be told "
                    + "apart")
        }
        labels = ClassLabel.sorted(distinct.map(targets.label))
        if labels.count == 1 {
            throw targets.error(
                value: labels[0].text, "all examples are of this one class, so there is nothing to tell apart")
        }
        self.task = .classification(classNames: labels.map(\.text))
    }

    /// The class of each example. Throws a `DataError` at the first one that is no class of the training source.
    func classes(of targets: SourceTargets) throws(DataError) -> [Int32] {
        var known: [ClassLabel: Int32] = [:]
        for (index, label) in labels.enumerated() { known[label] = Int32(index) }
        var byValue: [Double: Int32] = [:]
        var classes: [Int32] = []
        classes.reserveCapacity(targets.values.count)
        for (row, value) in targets.values.enumerated() {
            if let index = byValue[value] {
                classes.append(index)
            } else if let index = known[targets.label(value)] {
                byValue[value] = index
                classes.append(index)
            } else {
                throw targets.error(row: row, "no training example is of this class")
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
