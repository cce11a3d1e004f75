import Foundation
import Settings

/// lr · (1 − t/`total_iters`)^`power`, and 0 from t = `total_iters` on; PyTorch's `PolynomialLR`.
struct PolynomialSchedule: LearningRateSchedule {
    /// nil: `ScheduleMoment.usualRamp`.
    let duration: Int?
    let power: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        duration = try reader.wholeNumber("total_iters", atLeast: 1)
        power = try reader.number("power", default: 1, .positive)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        let duration = duration ?? moment.usualRamp
        return initial * pow(1 - Double(min(moment.now, duration)) / Double(duration), power)
    }
}
