import Foundation
import Settings

/// Half a cosine from the initial rate towards `eta_min`, over and over, each `t_mult` times as long as the last.
///
///     η_min + (lr − η_min)·(1 + cos(π·t_cur/T)) / 2,   T = `t_0`, `t_0`·`t_mult`, `t_0`·`t_mult`², …
///
/// t_cur counts from the last restart. Source: I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm
/// restarts", 2017, eq. 5; PyTorch's `CosineAnnealingWarmRestarts`.
struct CosineWarmRestartsSchedule: LearningRateSchedule {
    let firstPeriod: Int
    let periodFactor: Int
    let least: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        firstPeriod = try reader.requiredWholeNumber("t_0", atLeast: 1)
        periodFactor = try reader.wholeNumber("t_mult", default: 1, atLeast: 1)
        least = try reader.number("eta_min", default: 0, .notNegative)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        let (time, period) = sinceRestart(moment.now)
        return least + (initial - least) * (1 + cos(.pi * Double(time) / Double(period))) / 2
    }

    private func sinceRestart(_ time: Int) -> (time: Int, period: Int) {
        if periodFactor == 1 { return (time % firstPeriod, firstPeriod) }
        var (time, period) = (time, firstPeriod)
        while time >= period {
            time -= period
            let (product, isTooLarge) = period.multipliedReportingOverflow(by: periodFactor)
            period = isTooLarge ? .max : product
        }
        return (time, period)
    }
}
