/// What is to be learned from the data.
public enum DataTask: Hashable, Sendable {
    /// Which of these classes an example is in; the targets' numbers are places in this list.
    case classification(classNames: [String])
    /// A number.
    case regression

    public enum Kind: String, CaseIterable, Sendable {
        case classification, regression
    }

    public var kind: Kind {
        switch self {
        case .classification: .classification
        case .regression: .regression
        }
    }

    /// How many classes there are; nil for regression.
    public var classCount: Int? {
        if case .classification(let names) = self { names.count } else { nil }
    }
}
