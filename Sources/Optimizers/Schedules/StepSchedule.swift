import Foundation
import Settings

/// lr · `gamma`^⌊t / `step_size`⌋, PyTorch's `StepLR`.
struct StepSchedule: LearningRateSchedule {
    let stepSize: Int
    let gamma: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        stepSize = try reader.requiredWholeNumber("step_size", atLeast: 1)
        gamma = try reader.number("gamma", default: 0.1, .positive)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        initial * pow(gamma, Double(moment.now / stepSize))
    }
}
