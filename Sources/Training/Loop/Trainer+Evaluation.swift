extension Trainer {
    /// Judges the network by the training and the dev set and draws the conclusions: which epoch is best, whether to
    /// stop early. False if a loss is not finite.
    func evaluate(_ hooks: TrainingHooks) throws -> Bool {
        let train = evaluator.evaluate(self.train)
        let dev = self.dev.map(evaluator.evaluate)
        let values: [(Metric, Double?)] = [
            (.trainLoss, train.loss), (.trainAccuracy, train.accuracy),
            (.devLoss, dev?.loss), (.devAccuracy, dev?.accuracy),
        ]
        for case (let metric, let value?) in values {
            try hooks.report(MeasuredValues(metric, epoch: progress.epoch, step: stepsBehind, value))
        }
        guard train.loss.isFinite, dev?.loss.isFinite ?? true else { return false }
        func value(of metric: Metric) -> Double? { values.first { $0.0 == metric }?.1 }

        let objective = plan.objective
        if let value = value(of: objective.metric),
            progress.best.map({ objective.prefers(value, to: $0.value) }) ?? true
        {
            progress.best = TrainingProgress.Best(value: value, epoch: progress.epoch)
            best.take(from: network)
            isBestUnwritten = true
        }
        step.rates.observe { name in Metric(rawValue: name).flatMap(value) }
        if let stopping = plan.earlyStopping, let value = value(of: stopping.metric) {
            let verdict = stopping.judge(value, &progress.earlyStopping)
            if verdict.isBest { earlyBest?.take(from: network) }
            progress.isOver = verdict.stops
        }
        return true
    }

    /// Judges the weights of the best epoch by the test set, if there is one; the network has its own weights after it.
    func judgeBest(_ hooks: TrainingHooks) throws {
        guard let test, let bestEpoch = progress.best?.epoch else { return }
        let own = WeightsCopy(like: network)
        own.take(from: network)
        best.give(to: network)
        let result = evaluator.evaluate(test)
        own.give(to: network)
        let step = bestEpoch * stepsPerEpoch
        for case (let metric, let value?) in [(Metric.testLoss, result.loss), (.testAccuracy, result.accuracy)] {
            try hooks.report(MeasuredValues(metric, epoch: bestEpoch, step: step, value))
        }
    }
}
