import Settings

/// From lr · `start_factor` to lr · `end_factor` in `total_iters` equal steps, and constant from there; PyTorch's
/// `LinearLR`.
struct LinearSchedule: LearningRateSchedule {
    let startFactor: Double
    let endFactor: Double
    /// nil: `ScheduleMoment.usualRamp`.
    let duration: Int?

    init(_ reader: inout SettingReader) throws(SettingError) {
        startFactor = try reader.number("start_factor", default: 1.0 / 3, .between(0, and: 1))
        guard startFactor > 0 else {
            throw reader.error("start_factor", reader.value("start_factor"), "it must be above 0 and at most 1")
        }
        endFactor = try reader.number("end_factor", default: 1, .between(0, and: 1))
        duration = try reader.wholeNumber("total_iters", atLeast: 1)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        let duration = duration ?? moment.usualRamp
        let share = Double(min(moment.now, duration)) / Double(duration)
        return initial * (startFactor + (endFactor - startFactor) * share)
    }
}
