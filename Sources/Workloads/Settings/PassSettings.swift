import Networks
import Settings
import Training

/// The settings that say how the training goes over the data, and how often it is judged and kept.
struct PassSettings: Hashable, Sendable {
    /// More steps than any training takes; below it every count is exact.
    static let mostSteps = Int(Int32.max)

    private static let usualBatch = 64

    let epochs: Int
    let batchSize: BatchSize
    /// `batch_size` as it is written; nil where it is not.
    let batchSetting: SettingValue?
    let shuffle: Shuffle
    let evaluateEvery: Int
    let checkpointEvery: Int
    let precision: Precision

    init(_ reader: inout SettingReader) throws(SettingError) {
        guard let epochs = try reader.wholeNumber("epochs", atLeast: 1) else {
            throw reader.error("epochs", nil, "it is missing; it must be a whole number of at least 1")
        }
        self.epochs = epochs
        batchSetting = reader.value("batch_size")
        switch batchSetting {
        case nil:
            batchSize = .count(Self.usualBatch)
            reader.assume("batch_size", .int(Self.usualBatch))
        case .string("full"): batchSize = .full
        case .int(let size) where size >= 1: batchSize = .count(size)
        case let value?:
            throw reader.error("batch_size", value, "it must be a whole number of at least 1, or full")
        }
        shuffle = try reader.choice("shuffle", default: .eachEpoch)
        evaluateEvery = try reader.wholeNumber("evaluate_every", default: 1, atLeast: 1)
        checkpointEvery = try reader.wholeNumber("checkpoint_every", default: 1, atLeast: 1)
        precision = try reader.choice("precision", default: .float32)
    }

    /// What a person should know of a batch that no data can fill.
    func notes(examples: Int) -> [String] {
        guard case .int(let size)? = batchSetting, size > examples else { return [] }
        return [
            "'batch_size' \(size) is more than the \(examples) training examples and means all of them, as full does."
        ]
    }

    /// Steps of one epoch over `examples`. Throws a `SettingError` if all epochs together have too many.
    func stepsPerEpoch(examples: Int) throws(SettingError) -> Int {
        let steps =
            switch batchSize {
            case .full: 1
            case .count(let size): (examples - 1) / min(size, examples) + 1
            }
        let (all, overflow) = steps.multipliedReportingOverflow(by: epochs)
        if overflow || all > Self.mostSteps {
            throw SettingError(
                path: "epochs", value: .int(epochs),
                rule: "with \(steps) steps each that is more than \(Self.mostSteps) steps, the most there may be")
        }
        return steps
    }
}
