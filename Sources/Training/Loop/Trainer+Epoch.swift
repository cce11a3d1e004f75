import Networks

extension Trainer {
    /// Takes the epoch's steps that are left; gives the outcome if the training ends in it.
    func trainEpoch(_ hooks: TrainingHooks) throws -> TrainingOutcome? {
        let epoch = progress.epoch
        let began = hooks.clock() - progress.secondsInEpoch
        order.prepare(epoch: epoch)
        var measured = EpochMeasurements(
            epoch: epoch + 1, firstStep: stepsBehind + 1, most: stepsPerEpoch - progress.stepInEpoch,
            series: step.rates.series)
        var last: TrainingStep.Result?
        while progress.stepInEpoch < stepsPerEpoch {
            if hooks.stopRequested() {
                progress.secondsInEpoch = hooks.clock() - began
                try measured.reportSteps(step.rates, hooks)
                return .stopped
            }
            let result = try takeStep()
            measured.take(loss: result.loss, step.rates)
            guard result.loss.isFinite else {
                try measured.reportSteps(step.rates, hooks)
                try measured.reportRates(step.rates, lastStep: stepsBehind + 1, hooks)
                return .diverged(.batchLoss, epoch: epoch + 1, step: stepsBehind + 1)
            }
            if result.isSkipped { progress.skippedInEpoch += 1 }
            last = result
            progress.stepInEpoch += 1
        }
        let seconds = hooks.clock() - began
        try measured.reportSteps(step.rates, hooks)
        try measured.reportRates(step.rates, lastStep: stepsBehind, hooks)
        let values: [(Metric, Double?)] = [
            (.gradientNorm, last?.norm), (.lossScale, last?.lossScale),
            (.skippedSteps, last?.lossScale == nil ? nil : Double(progress.skippedInEpoch)), (.epochSeconds, seconds),
        ]
        for case (let metric, let value?) in values {
            try hooks.report(MeasuredValues(metric, epoch: epoch + 1, step: stepsBehind, value))
        }
        progress.beginNextEpoch()
        return nil
    }

    private func takeStep() throws -> TrainingStep.Result {
        let first = progress.stepInEpoch * batchSize
        let range = first..<min(first + batchSize, train.count)
        let isLast = progress.stepInEpoch == stepsPerEpoch - 1
        return try order.indices.withUnsafeBufferPointer { indices in
            let examples = StepExamples(
                UnsafeBufferPointer(rebasing: indices[range]), of: train, in: batch, augmenter, step: stepsBehind)
            return try step.take(examples, step: stepsBehind, measuresNorm: isLast)
        }
    }
}
