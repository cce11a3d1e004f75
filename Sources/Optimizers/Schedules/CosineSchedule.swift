import Foundation
import Settings

/// Half a cosine from the initial rate down to `eta_min` at t = `t_max`, and on along the cosine.
///
///     η_min + (lr − η_min)·(1 + cos(π·t/t_max)) / 2
///
/// Source: I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017, eq. 5, without
/// restarts; PyTorch's `CosineAnnealingLR`. Where `t_max` is not written, it is the whole training.
struct CosineSchedule: LearningRateSchedule {
    let period: Int?
    let least: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        period = try reader.wholeNumber("t_max", atLeast: 1)
        least = try reader.number("eta_min", default: 0, .notNegative)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        let period = period ?? max(1, moment.total)
        return least + (initial - least) * (1 + cos(.pi * Double(moment.now) / Double(period))) / 2
    }
}
