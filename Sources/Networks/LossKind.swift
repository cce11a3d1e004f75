public import Settings

/// The losses there are; the raw values are their names in sweep files.
public enum LossKind: String, CaseIterable, Sendable {
    case crossEntropy = "cross_entropy"
    case binaryCrossEntropy = "bce_with_logits"
    case meanSquaredError = "mse"
    case meanAbsoluteError = "l1"
    case smoothL1 = "smooth_l1"
    case huber

    /// Reads the kind's options and nothing else: an entry that it does not know is refused by name.
    ///
    /// - Parameter labelSmoothing: the setting `label_smoothing`, which losses without classes refuse.
    public func makeLoss(
        _ reader: inout SettingReader, labelSmoothing: Double = 0
    ) throws(SettingError) -> any Loss {
        let loss: any Loss =
            switch self {
            case .crossEntropy: CrossEntropy(labelSmoothing: labelSmoothing)
            case .binaryCrossEntropy: BinaryCrossEntropy(labelSmoothing: labelSmoothing)
            case .meanSquaredError: MeanSquaredError()
            case .meanAbsoluteError: MeanAbsoluteError()
            case .smoothL1: try SmoothL1(&reader)
            case .huber: try Huber(&reader)
            }
        try reader.finish()
        if labelSmoothing != 0, loss.targets == .values {
            throw SettingError(
                path: "label_smoothing", value: .number(labelSmoothing),
                rule: "the loss '\(rawValue)' has no labels to smooth")
        }
        return loss
    }
}
