import Foundation
import Settings

/// lr · `gamma`ⁿ, where n of the `milestones` are at or before t; PyTorch's `MultiStepLR`.
struct MultistepSchedule: LearningRateSchedule {
    let milestones: [Int]
    let gamma: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        milestones = try reader.requiredTimes("milestones")
        gamma = try reader.number("gamma", default: 0.1, .positive)
    }

    var writtenTimes: [Int] { milestones }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        initial * pow(gamma, Double(milestones.count { $0 <= moment.now }))
    }
}
