import Settings

/// lr · `k` / √(t + 1).
///
/// Source: A. Ng, "Improving Deep Neural Networks" (course), 2017, week 2, "Learning rate decay"; t + 1 since t counts
/// from 0.
struct InverseSquareRootSchedule: LearningRateSchedule {
    let k: Double

    init(_ reader: inout SettingReader) throws(SettingError) {
        k = try reader.number("k", default: 1, .positive)
    }

    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double {
        initial * k / Double(moment.now + 1).squareRoot()
    }
}
