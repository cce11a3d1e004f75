import Analysis
import Settings
import Sweeps
import Testing

struct DiagnosisTests {
    /// A finished trial with a value an epoch of each metric.
    private func trial(
        _ curves: [String: [Double]], seed: Int = 1, number: Int = 1, settings: [String: SettingValue] = ["epochs": 10],
        state: TrialState = .finished
    ) -> TrialOutcome {
        let summaries = curves.compactMapValues { values -> MetricSummary? in
            values.enumerated().reduce(nil as MetricSummary?) { summary, value in
                let point = MetricPoint(epoch: value.offset + 1, step: 10 * (value.offset + 1), value: value.element)
                guard var next = summary else { return MetricSummary(of: point) }
                next.take(point)
                return next
            }
        }
        return TrialOutcome(
            trial: Trial(configuration: Configuration(settings), seed: seed, data: "d"), configurationNumber: number,
            state: state, summaries: summaries, seconds: nil)
    }

    private let falling = [0.7, 0.5, 0.35, 0.25, 0.18, 0.12, 0.08, 0.05, 0.03, 0.02]
    private let risingAgain = [0.72, 0.62, 0.59, 0.6, 0.66, 0.75, 0.83, 0.92, 1.0, 1.08]

    // MARK: Overfitting

    @Test func aRisingDevLossOverAFallingTrainingLossIsOverfitting() {
        let overfit = Overfitting(
            label: "default",
            outcomes: [trial(["train_loss": falling, "dev_loss": risingAgain, "train_accuracy": [0.5, 1]])])
        #expect(
            overfit?.sentence
                == "default overfits: it knows its training set (train_accuracy 100 %), but its dev_loss is lowest at epoch "
                + "3 of 10 (0.59) and 1.08 at the end; stop early, or try more data, augmentation or weight decay.")
        let regression = Overfitting(
            label: "lr 0.1", outcomes: [trial(["train_loss": falling, "dev_loss": risingAgain])])
        #expect(regression?.sentence.contains("its train_loss falls to 0.02, but") == true)
    }

    @Test func ofSeveralTrialsOverfittingTellsFromWhichToWhichNumber() {
        let early = [0.5, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
        let overfit = Overfitting(
            label: "a",
            outcomes: [
                trial(["train_loss": falling, "dev_loss": risingAgain]),
                trial(["train_loss": falling.map { $0 / 2 }, "dev_loss": early], seed: 2),
                trial(["train_loss": falling, "dev_loss": risingAgain], seed: 3),
                trial(["train_loss": falling, "dev_loss": falling], seed: 4),
            ])
        #expect(
            overfit?.sentence
                == "a overfits in 3 of 4 trials: its train_loss falls to 0.01 to 0.02, but its dev_loss is lowest at epochs 2 "
                + "to 3 of 10 (0.2 to 0.59) and 1 to 1.08 at the end; stop early, or try more data, augmentation or weight "
                + "decay.")
    }

    @Test(
        "no overfitting where the sentence would be false",
        arguments: [
            // The dev loss falls to the end, or hardly rises.
            ([0.7, 0.3, 0.1, 0.02], [0.8, 0.7, 0.65, 0.6]), ([0.7, 0.3, 0.1, 0.02], [0.8, 0.6, 0.61, 0.62]),
            // Both rise: the training came apart.
            ([0.5, 0.4, 0.9, 2.0], [0.6, 0.5, 1.0, 2.5]),
            // The training loss ends beside the dev loss.
            ([0.62, 0.58, 0.57, 0.56], [0.6, 0.5, 0.58, 0.59]),
        ])
    func noOverfitting(_ curves: (train: [Double], dev: [Double])) {
        #expect(
            Overfitting(
                label: "a",
                outcomes: [
                    trial(["train_loss": curves.train, "dev_loss": curves.dev], settings: ["epochs": 4])
                ]) == nil)
    }

    @Test func oneSeedOfThreeThatOverfitsIsNoneOfTheConfiguration() {
        let well = ["train_loss": falling, "dev_loss": falling.map { $0 + 0.1 }]
        let outcomes = [
            trial(["train_loss": falling, "dev_loss": risingAgain]), trial(well, seed: 2), trial(well, seed: 3),
        ]
        #expect(Overfitting(label: "a", outcomes: outcomes) == nil)
        #expect(
            Overfitting(
                label: "a", outcomes: [trial(["train_loss": falling, "dev_loss": risingAgain], state: .failed)])
                == nil)
    }

    // MARK: Underfitting

    @Test func whatAnotherConfigurationLearnsIsUnderfitting() {
        let slow = [trial(["train_loss": [0.69, 0.68, 0.66], "dev_loss": [0.7, 0.69, 0.67]])]
        let quick = [trial(["train_loss": [0.5, 0.2, 0.1], "dev_loss": [0.5, 0.3, 0.25]], number: 2)]
        let found = Underfitting(label: "sgd", outcomes: slow, other: "adam", otherOutcomes: quick)
        #expect(
            found?.sentence
                == "sgd underfits: even its train_loss comes no lower than 0.66, where that of adam falls to 0.1; train it "
                + "longer, or with another learning rate or a larger network.")
    }

    @Test func whatTrainsByAnotherLossIsNotHeldAgainstTheBest() {
        let score: [String: [Double]] = ["dev_mae": [2, 1.9, 1.8]]
        let outcomes = [
            trial(
                score.merging(["train_loss": [0.5, 0.2, 0.1], "dev_loss": [0.5, 0.3, 0.25]]) { $1 },
                settings: ["loss": "l1"]),
            trial(
                score.mapValues { $0.map { 2 * $0 } }.merging(["train_loss": [9, 8, 7], "dev_loss": [9, 8, 7]]) { $1 },
                number: 2, settings: ["loss": "mse"]),
        ]
        let ranking = Ranking(of: outcomes, by: Objective(metric: "dev_mae", goal: .minimize))
        func found(_ dependencies: [String]) -> [Diagnosis] {
            let loss = MetricDefinition(
                name: "train_loss", goal: .minimize, unit: .magnitude, dependencies: dependencies)
            return Diagnosis.all(of: [0, 1], in: ranking, outcomes: outcomes, labels: ["l1", "mse"], losses: [loss])
        }
        #expect(found(["loss"]).isEmpty)
        #expect(found([]).map(\.name) == ["underfits"])
    }

    @Test func noiseThatOnlyMemoryLearnsIsNone() {
        // The other knows its examples by heart, and is worse on the dev set.
        let honest = [trial(["train_loss": [0.69, 0.5, 0.45], "dev_loss": [0.7, 0.52, 0.48]])]
        let memory = [trial(["train_loss": [0.5, 0.1, 0.01], "dev_loss": [0.55, 0.8, 1.5]], number: 2)]
        #expect(Underfitting(label: "a", outcomes: honest, other: "b", otherOutcomes: memory) == nil)
        // A gap between the sets is another ailment.
        let gap = [trial(["train_loss": [0.69, 0.4, 0.3], "dev_loss": [0.7, 0.6, 0.6]])]
        let good = [trial(["train_loss": [0.5, 0.2, 0.1], "dev_loss": [0.5, 0.3, 0.2]], number: 2)]
        #expect(Underfitting(label: "a", outcomes: gap, other: "b", otherOutcomes: good) == nil)
    }

    // MARK: A rate that is too large

    @Test func aTrainingLossThatIsLowestAtFirstRises() {
        #expect(RisingLoss.holds([trial(["train_loss": [1, 2, 3, 4]])]))
        #expect(
            RisingLoss(labels: ["lr 3"])?.sentence
                == "The train_loss of lr 3 rises from the first epoch on: a learning rate that is too large.")
    }

    @Test(arguments: [[1.0, 0.9, 3, 4], [1, 1.02, 1.05, 1.01], [1, 3], [1, 1.5, 1.2, 1.0001]])
    func otherTrainingLossesDoNot(_ losses: [Double]) {
        #expect(!RisingLoss.holds([trial(["train_loss": losses])]))
    }

    @Test func overfittingIsNoRateThatIsTooLarge() {
        #expect(!RisingLoss.holds([trial(["train_loss": falling, "dev_loss": [0.5, 0.6, 0.8]])]))
    }

    // MARK: Early stopping

    private let stopping: [String: SettingValue] = ["epochs": 60, "early_stopping": ["patience": 5]]

    @Test func earlyStoppingNamesItsEpoch() {
        let stopped = trial(["dev_loss": Array(repeating: 1, count: 13)], settings: stopping)
        #expect(StoppedEarly(stopped)?.words == "stopped early at epoch 13 of 60")
        let later = trial(["dev_loss": Array(repeating: 1, count: 20)], seed: 2, settings: stopping)
        #expect(
            StoppedEarly.sentence(label: "patience 5", outcomes: [stopped, later])
                == "2 of 2 trials of patience 5 were stopped early, at epochs 13 to 20 of 60.")
        #expect(Overfitting(label: "a", outcomes: [stopped]) == nil)
    }

    @Test func aTrialThatTrainedToTheEndOrHasNoSuchSettingWasNotStopped() {
        #expect(StoppedEarly(trial(["dev_loss": Array(repeating: 1, count: 60)], settings: stopping)) == nil)
        #expect(StoppedEarly(trial(["dev_loss": [1, 2]], settings: ["epochs": 60])) == nil)
        #expect(StoppedEarly(trial(["dev_loss": [1, 2]], settings: stopping, state: .diverged)) == nil)
    }

    // MARK: Gradients

    @Test func gradientsThatEndTenTimesAsLongGrow() {
        let grown = GrowingGradient(
            label: "lr 1", outcomes: [trial(["grad_norm": [1, 0.5, 0.8, 2, 3, 4, 6, 8, 9, 12]])])
        #expect(
            grown?.sentence
                == "The gradients of lr 1 grow: grad_norm is 0.5 at epoch 2 and 12 at epoch 10; a smaller learning rate or "
                + "'clip_norm' keeps steps small.")
    }

    private let growing = [1, 0.5, 0.8, 2, 3, 4, 6, 8, 9, 12]

    @Test func ofSeveralTrialsTheMiddleOneSpeaks() {
        let seeds = [1.0, 3, 2].enumerated().map { place, factor in
            trial(["grad_norm": growing.map { $0 == 12 ? 12 * factor : $0 * (factor == 3 ? 2 : 1) }], seed: place + 1)
        }
        // 12 / 0.5, 36 / 1 and 24 / 0.5 times.
        #expect(
            GrowingGradient(label: "a", outcomes: seeds)?.sentence.contains(
                "is 1 at epoch 2 and 36 at epoch 10 (seed 2);")
                == true)
    }

    @Test func noGradientsAreATroubleWhileTheTrainingLossFallsTenfold() {
        func found(_ losses: [Double]) -> GrowingGradient? {
            GrowingGradient(label: "a", outcomes: [trial(["grad_norm": growing, "train_loss": losses])])
        }
        #expect(found(falling) == nil)
        #expect(found(falling.map { $0 + 0.5 }) != nil)
    }

    @Test(arguments: [
        // At the start, a single outlier, less than tenfold, late, few values, an outlier near the end.
        [12.0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 12, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 9],
        [12, 11, 10, 12, 11, 9, 8, 1, 11, 13], [1, 0.5, 4, 8, 12], [1, 1, 1, 1, 1, 1, 1, 1, 12, 2],
    ])
    func othersDoNot(_ norms: [Double]) {
        #expect(GrowingGradient(label: "a", outcomes: [trial(["grad_norm": norms])]) == nil)
    }
}
