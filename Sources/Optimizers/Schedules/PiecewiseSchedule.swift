import Settings

/// Rates set by hand: from t = `epochs[i]` on, the rate is `lrs[i]`; before the first, the initial rate.
///
/// With one rate more than epochs, `lrs[0]` holds before the first.
struct PiecewiseSchedule: LearningRateSchedule {
    let times: [Int]
    let rates: [Double]

    init(_ reader: inout SettingReader) throws(SettingError) {
        let times = try reader.requiredTimes("epochs")
        guard let rates = try reader.numbers("lrs", .notNegative) else {
            throw reader.error("lrs", nil, "it is missing; it must be a list of numbers of at least 0")
        }
        switch rates.count - times.count {
        case 0: self.times = times
        case 1: self.times = [0] + times
        default:
            throw reader.error(
                "lrs", reader.value("lrs"),
                "it must have as many numbers as 'epochs', which has \(times.count), or one more, for before the first")
        }
        self.rates = rates
    }

    var writtenTimes: [Int] { times }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        guard let index = times.lastIndex(where: { $0 <= moment.now }) else { return initial }
        return rates[index]
    }
}
