import Datasets
import Optimizers
import Settings
import Training

/// Every setting of the training core, read and checked as far as that is possible without the data.
struct WorkloadSettings: Sendable {
    /// As it was written; `DataSettings` reads it.
    let data: SettingValue
    let network: NetworkSettings
    let optimization: OptimizationSettings
    let passes: PassSettings
    let earlyStopping: EarlyStopping?
    /// As it was written, to be read when it is known whether the data are pictures; nil where nothing is.
    private let augment: SettingValue?
    /// What says the loss, to be read when the data are known.
    private let lossEntries: [String: SettingValue]

    private static let lossNames = ["loss", "label_smoothing"]
    static let missingData = SettingError(
        path: "data", value: nil, rule: "it is missing: a built-in name, a path or a mapping")

    /// Throws a `SettingError`.
    init(
        _ entries: [String: SettingValue], folder: String, record: SettingRecord? = nil
    ) throws(SettingError) {
        var reader = SettingReader(entries, record: record)
        guard let data = reader.value("data") else { throw Self.missingData }
        self.data = data
        network = try NetworkSettings(&reader, folder: folder)
        optimization = try OptimizationSettings(&reader)
        passes = try PassSettings(&reader)
        if var options = try reader.options("early_stopping", example: "{metric: dev_loss, patience: 10}") {
            earlyStopping = try EarlyStopping(&options)
        } else {
            earlyStopping = nil
        }
        _ = reader.value("loss")
        _ = try reader.number("label_smoothing", default: 0, .fraction)
        lossEntries = entries.filter { Self.lossNames.contains($0.key) }
        augment = reader.value("augment")
        if augment == nil { reader.assume("augment", []) }
        do {
            try reader.finish()
        } catch {
            throw Self.misplacedOption(error.path, entries) ?? error
        }
    }

    /// The loss for these data.
    func loss(for data: DataSummary, record: SettingRecord? = nil) throws(SettingError) -> LossSettings {
        var reader = SettingReader(lossEntries, record: record)
        return try LossSettings(&reader, data: data)
    }

    /// What is done to each training example.
    func augmentations(for data: DataSummary) throws(SettingError) -> [any Augmentation] {
        guard let augment else { return [] }
        return try AugmentationKind.read(augment, picture: data.picture)
    }

    /// What to say about a name at the top that is an option of the optimizer, the decay or the data.
    private static func misplacedOption(_ name: String, _ entries: [String: SettingValue]) -> SettingError? {
        guard let value = entries[name] else { return nil }
        let owners: [(String, SettingValue, (inout SettingReader) throws(SettingError) -> Void)] = [
            (
                "optimizer", .string(OptimizerKind.standard.rawValue),
                { (options) throws(SettingError) in _ = try OptimizerKind(&options).makeMethod(&options) }
            ),
            (
                "decay", .string(LearningRateDecay.standard.rawValue),
                { (options) throws(SettingError) in _ = try LearningRateDecay(&options) }
            ),
        ]
        for (owner, fallback, read) in owners {
            var options = (entries[owner] ?? fallback).asMapping ?? [:]
            options[name] = value
            var reader = SettingReader(options, path: owner)
            do {
                try read(&reader)
            } catch {
                // A name that the owner does not know comes without its value.
                if error.path == "\(owner).\(name)", error.value == nil { continue }
            }
            return SettingError(
                path: name, value: value, rule: "it is an option of the \(owner); write '\(owner).\(name)'")
        }
        return nil
    }
}
