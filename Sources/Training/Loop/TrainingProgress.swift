/// How far a training has come, apart from weights and optimizer state.
struct TrainingProgress: Hashable {
    /// Epochs behind.
    var epoch = 0
    /// Steps behind in this epoch.
    var stepInEpoch = 0
    /// What the steps behind in this epoch took.
    var secondsInEpoch = 0.0
    /// Steps of this epoch that were left out since a gradient had overflowed.
    var skippedInEpoch = 0
    /// The best evaluation so far.
    var best: Best?
    var earlyStopping = EarlyStopping.State()
    /// Whether early stopping has ended the training.
    var isOver = false

    struct Best: Hashable {
        let value: Double
        /// Counted from 1.
        let epoch: Int
    }

    mutating func beginNextEpoch() {
        epoch += 1
        stepInEpoch = 0
        secondsInEpoch = 0
        skippedInEpoch = 0
    }
}

extension TrainingProgress {
    /// As text by name, for a checkpoint's metadata; numbers read back to the same bits.
    var metadata: [String: String] {
        var texts = [
            "epoch": String(epoch), "step_in_epoch": String(stepInEpoch),
            "seconds_in_epoch": secondsInEpoch.description, "skipped_in_epoch": String(skippedInEpoch),
            "early_stopping.waited": String(earlyStopping.waited), "is_over": String(isOver),
        ]
        texts["early_stopping.best"] = earlyStopping.best?.description
        texts["early_stopping.epoch"] = (earlyStopping.epoch).map(String.init)
        texts["best.value"] = best?.value.description
        texts["best.epoch"] = (best?.epoch).map(String.init)
        return texts
    }

    /// nil if something is missing or no number.
    init?(metadata: [String: String]) {
        func read<Value: LosslessStringConvertible>(_ name: String) -> Value? { metadata[name].flatMap(Value.init) }
        guard let epoch: Int = read("epoch"), let step: Int = read("step_in_epoch"), epoch >= 0, step >= 0,
            let seconds: Double = read("seconds_in_epoch"), let waited: Int = read("early_stopping.waited"),
            let isOver: Bool = read("is_over")
        else { return nil }
        self.init(
            epoch: epoch, stepInEpoch: step, secondsInEpoch: seconds,
            // Older checkpoints have none.
            skippedInEpoch: read("skipped_in_epoch") ?? 0,
            earlyStopping: EarlyStopping.State(
                best: read("early_stopping.best"), epoch: read("early_stopping.epoch"), waited: waited), isOver: isOver)
        if let value: Double = read("best.value"), let epoch: Int = read("best.epoch") {
            best = Best(value: value, epoch: epoch)
        }
    }
}
