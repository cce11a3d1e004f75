import Settings

/// lr / (1 + `rate`·t).
///
/// Source: A. Ng, "Improving Deep Neural Networks" (course), 2017, week 2, "Learning rate decay".
struct HyperbolaSchedule: LearningRateSchedule {
    let rate: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        rate = try reader.required("rate", .notNegative)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        initial / (1 + rate * Double(moment.now))
    }
}
