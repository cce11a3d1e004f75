import Datasets

extension Trainer {
    /// Judges the network by the training and the dev set and draws the conclusions: which epoch is best, whether to
    /// stop early.
    ///
    /// - Returns: the loss that is not finite, if one is not.
    func evaluate(_ hooks: TrainingHooks) throws -> Metric? {
        let epoch = progress.epoch
        if epoch == min(plan.evaluateEvery, plan.epochs) { try reportConstantGuess(hooks) }
        let results = judged()
        for (part, result) in results { try report(result, epoch: epoch, hooks) { .score($0, of: part) } }
        if let wild = results.first(where: { !$0.result.loss.isFinite }) { return .score(.loss, of: wild.part) }
        func value(of metric: Metric) -> Double? {
            guard case .score(let score, let part) = metric else { return nil }
            return results.first { $0.part == part }?.result.scores[score]
        }

        let objective = plan.objective
        if let value = value(of: objective.metric),
            progress.best.map({ objective.prefers(value, to: $0.value) }) ?? true
        {
            progress.best = TrainingProgress.Best(value: value, epoch: epoch)
            best.take(from: network)
            isBestUnwritten = true
        }
        step.rates.observe { name in Metric(rawValue: name).flatMap(value) }
        if let stopping = plan.earlyStopping, let value = value(of: stopping.metric) {
            let verdict = stopping.judge(value, epoch: epoch, &progress.earlyStopping)
            if verdict.isBest { earlyBest?.take(from: network) }
            progress.isOver = verdict.stops
        }
        return nil
    }

    /// Says what the weights come to that the training ends with where they are an earlier epoch's, and what those that
    /// the objective judges come to on the test set; the network has the weights of the end before and after it.
    func conclude(_ hooks: TrainingHooks) throws {
        let restored = earlyBest == nil ? nil : progress.earlyStopping.epoch
        if let restored, restored < progress.epoch {
            for (part, result) in judged() { try report(result, epoch: restored, hooks) { .restored($0, of: part) } }
        }
        guard let test else { return }
        switch plan.objective.selection {
        case .last:
            try report(evaluator.evaluate(test), epoch: restored ?? progress.epoch, hooks) { .score($0, of: .test) }
        case .best:
            guard let epoch = progress.best?.epoch else { return }
            let own = WeightsCopy(like: network)
            own.take(from: network)
            best.give(to: network)
            let result = evaluator.evaluate(test)
            own.give(to: network)
            try report(result, epoch: epoch, hooks) { .score($0, of: .test) }
        }
    }

    /// What the network comes to on the sets that epochs are judged by.
    private func judged() -> [(part: DataPart, result: Evaluator.Result)] {
        [(.train, evaluator.evaluate(train))] + (dev.map { [(.dev, evaluator.evaluate($0))] } ?? [])
    }

    /// Reports the scores of a set in their order, at the last step of an epoch.
    private func report(
        _ result: Evaluator.Result, epoch: Int, _ hooks: TrainingHooks, _ metric: (Score) -> Metric
    ) throws {
        for score in Score.allCases {
            guard let value = result.scores[score] else { continue }
            try hooks.report(MeasuredValues(metric(score), epoch: epoch, step: epoch * stepsPerEpoch, value))
        }
    }

    private func reportConstantGuess(_ hooks: TrainingHooks) throws {
        let (part, judged): (DataPart, LabelledExamples) = dev.map { (.dev, $0) } ?? (.train, train)
        let guess = ConstantGuess(from: train.source.targets, on: judged.source.targets, loss: plan.loss)
        try report(Evaluator.Result(scores: guess.scores), epoch: progress.epoch, hooks) {
            .constantGuess($0, of: part)
        }
    }
}
