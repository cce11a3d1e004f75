import Optimizers
import Settings
import Testing

@Suite struct ScheduleReferenceTests {
    @Test("each epoch's rate is PyTorch's", arguments: try Reference.schedules())
    func rates(_ reference: Reference.ScheduleCase) throws {
        let kind = try #require(ScheduleKind(rawValue: reference.schedule))
        var reader = SettingReader(reference.options, path: "decay")
        var course = LearningRateCourse(try kind.makeDecay(&reader), initial: reference.base_lr)
        #expect(reference.expected.count == reference.epochs)
        for (epoch, expected) in reference.expected.enumerated() {
            let moment = ScheduleMoment(
                epoch: epoch, step: 3 * epoch, epochs: reference.epochs, steps: 3 * reference.epochs)
            let rate = try course.learningRate(at: moment)
            // Doubles; PyTorch multiplies its way from epoch to epoch, which rounds once more in each.
            #expect(abs(rate - expected) <= 1e-12 * reference.base_lr, "epoch \(epoch)")
            if let metrics = reference.metrics { course.observe(metrics[epoch]) }
        }
    }
}
