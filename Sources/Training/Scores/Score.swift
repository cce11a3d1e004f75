public import Datasets

/// What a network achieves on a set, in one number; the raw values are part of metrics' names.
public enum Score: String, CaseIterable, Sendable {
    /// The mean of the training's own loss.
    case loss
    /// The share of examples whose class is told right.
    case accuracy
    /// The mean negative logarithm of the probability that is given to an example's class, whatever the loss.
    case crossEntropy = "cross_entropy"
    /// The mean over classes of the share of their examples that are told right; classes without examples do not count.
    case balancedAccuracy = "balanced_accuracy"
    /// The mean over classes of 2·right / (examples of it + told to be of it); classes that are neither do not count.
    case f1
    /// With two classes: how often, of all pairs of an example of each, the second class's looks more like it; equals
    /// count half. None where all examples are of one class.
    case auc
    /// The root of the mean squared error, in the targets' units, as the next.
    case rootMeanSquaredError = "rmse"
    case meanAbsoluteError = "mae"
    /// 1 less the squared errors' sum over that of the targets about their mean. Where all targets are equal: 1 if they
    /// are met, else 0. None with a single example.
    case r2

    /// Whether the larger it is, the better.
    public var isMaximized: Bool {
        switch self {
        case .accuracy, .balancedAccuracy, .f1, .auc, .r2: true
        case .loss, .crossEntropy, .rootMeanSquaredError, .meanAbsoluteError: false
        }
    }

    /// Whether it is there for predictions of such targets.
    public func isOf(_ targets: Targets) -> Bool {
        switch (self, targets) {
        case (.loss, _): true
        case (.accuracy, .classes), (.crossEntropy, .classes), (.balancedAccuracy, .classes), (.f1, .classes): true
        case (.auc, .classes(_, let count)): count == 2
        case (.rootMeanSquaredError, .values), (.meanAbsoluteError, .values), (.r2, .values): true
        default: false
        }
    }
}

/// A part of the data.
public enum DataPart: String, CaseIterable, Sendable {
    case train, dev, test
}
