import Testing

@testable import Training

@Suite("Whole trainings against PyTorch")
struct ReferenceTrainingTests {
    @Test("every reference training is there")
    func allCasesAreRead() {
        #expect(ReferenceCase.all.count == 11)
    }

    /// 2e-5: float32 against float64, a rounding of 6e-8 per operation, grown over at most 120 steps to 2e-6 here, and
    /// ten times that for other machines. The effects that the cases are about (schedule, penalty, clipping, momentum)
    /// change losses by more than 1e-2. No example is so near a border that its class could change.
    @Test("losses and accuracies follow PyTorch's", arguments: ReferenceCase.all)
    func follows(_ reference: ReferenceCase) throws {
        let trainer = try Trainer(
            reference.plan(), reference.network(),
            TrainingData(train: reference.source("train"), dev: reference.source("dev")))
        let log = MeasurementLog()
        #expect(try trainer.run(log.hooks()) == .finished)

        expectClose(log.values(.batchLoss), reference.expected.step_loss, "batch_loss", 2e-5)
        expectClose(log.values(.trainLoss), reference.expected.train_loss, "train_loss", 2e-5)
        expectClose(log.values(.devLoss), reference.expected.dev_loss, "dev_loss", 2e-5)
        expectClose(log.values(.learningRate), reference.expected.epoch_lr, "lr", 1e-12)
        expectClose(log.values(.trainAccuracy), reference.expected.train_accuracy, "train_accuracy", 1e-12)
        expectClose(log.values(.devAccuracy), reference.expected.dev_accuracy, "dev_accuracy", 1e-12)
    }

    private func expectClose(_ found: [Double], _ expected: [Double], _ metric: String, _ tolerance: Double) {
        #expect(found.count == expected.count, "\(metric): \(found.count) values")
        for (index, (found, expected)) in zip(found, expected).enumerated() {
            #expect(
                abs(found - expected) <= tolerance * max(1, abs(expected)),
                "\(metric)[\(index)] is \(found), not \(expected)")
        }
    }
}
