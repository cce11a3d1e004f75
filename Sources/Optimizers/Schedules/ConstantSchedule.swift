/// The initial learning rate throughout.
struct ConstantSchedule: LearningRateSchedule {
    func learningRate(from initial: Double, at moment: ScheduleMoment) -> Double { initial }
}
