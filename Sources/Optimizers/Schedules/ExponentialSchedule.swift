import Foundation
import Settings

/// lr · `gamma`ᵗ, PyTorch's `ExponentialLR`.
struct ExponentialSchedule: LearningRateSchedule {
    let gamma: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        gamma = try reader.required("gamma", .positive)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        initial * pow(gamma, Double(moment.now))
    }
}
