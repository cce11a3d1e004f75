import Datasets
import Networks
import Settings

/// The settings that say what is minimized, matched with what the data hold.
struct LossSettings: Sendable {
    let kind: LossKind
    let loss: any Loss
    /// How many numbers the network gives for an example.
    let outputs: Int

    /// Throws a `SettingError` that names the loss and the data if they do not go together.
    init(_ reader: inout SettingReader, data: DataSummary) throws(SettingError) {
        let smoothing = try reader.number("label_smoothing", default: 0, .fraction)
        var written = false
        if var options = try reader.mapping("loss") {
            written = true
            guard let value = options.value("name") else {
                let names = Self.fitting(data.task).map(\.rawValue).joined(separator: ", ")
                throw options.error("name", nil, "it is missing; there are: \(names)")
            }
            guard let kind = value.text.flatMap(LossKind.init(rawValue:)) else {
                let (known, fitting) = (LossKind.names, Self.fitting(data.task).map(\.rawValue))
                let rule = SettingError.unknown("loss", value.description, among: known)
                throw reader.error(
                    "loss", value,
                    rule.hasSuffix("?") ? rule : SettingError.unknown("loss", value.description, among: fitting))
            }
            self.kind = kind
            loss = try kind.makeLoss(&options, labelSmoothing: smoothing)
        } else {
            kind = Self.standard(for: data.task)
            reader.assume("loss", .string(kind.rawValue))
            var none = SettingReader([:], path: "loss")
            loss = try kind.makeLoss(&none, labelSmoothing: smoothing)
        }

        switch (loss.targets, data.task) {
        case (.classes, .classification(let names)): outputs = names.count
        case (.binary, .classification(let names)) where names.count == 2: outputs = 1
        case (.values, .regression): outputs = 1
        case (.binary, .classification(let names)):
            throw Self.mismatch(
                kind, "it tells 2 classes apart, and '\(data.name)' has \(names.count)", data.task)
        case (.values, .classification):
            throw Self.mismatch(kind, "it predicts numbers, and '\(data.name)' has classes", data.task)
        case (.classes, .regression), (.binary, .regression):
            precondition(written, "the standard loss fits the data")
            throw Self.mismatch(kind, "it needs classes, and '\(data.name)' has numbers to predict", data.task)
        }
    }

    private static func standard(for task: DataTask) -> LossKind {
        switch task {
        case .classification(let names): names.count == 2 ? .binaryCrossEntropy : .crossEntropy
        case .regression: .meanSquaredError
        }
    }

    /// The losses that make sense for a task.
    private static func fitting(_ task: DataTask) -> [LossKind] {
        LossKind.allCases.filter { kind in
            var none = SettingReader([:], path: "loss")
            switch ((try? kind.makeLoss(&none))?.targets, task) {
            case (.classes, .classification), (.values, .regression): return true
            case (.binary, .classification(let names)): return names.count == 2
            default: return false
            }
        }
    }

    private static func mismatch(_ kind: LossKind, _ reason: String, _ task: DataTask) -> SettingError {
        let fitting = fitting(task).map(\.rawValue)
        let words =
            fitting.count < 2
            ? fitting.joined() : fitting.dropLast().joined(separator: ", ") + " or " + (fitting.last ?? "")
        return SettingError(path: "loss", value: .string(kind.rawValue), rule: "\(reason); use \(words)")
    }
}
