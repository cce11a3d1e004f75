import Networks

extension Trainer {
    /// Takes the epoch's steps that are left; gives the outcome if the training ends in it.
    func trainEpoch(_ hooks: TrainingHooks) throws -> TrainingOutcome? {
        let epoch = progress.epoch
        let began = hooks.clock() - progress.secondsInEpoch
        order.prepare(epoch: epoch)
        let firstStep = stepsBehind
        var losses: [Double] = []
        losses.reserveCapacity(stepsPerEpoch - progress.stepInEpoch)
        func reportLosses() throws {
            if !losses.isEmpty { try hooks.report(.batchLoss, epoch + 1, firstStep + 1, losses) }
        }
        var norm: Double?
        while progress.stepInEpoch < stepsPerEpoch {
            if hooks.stopRequested() {
                progress.secondsInEpoch = hooks.clock() - began
                try reportLosses()
                return .stopped
            }
            let first = progress.stepInEpoch * batchSize
            let last = min(first + batchSize, train.count)
            let isLast = progress.stepInEpoch == stepsPerEpoch - 1
            let result = try order.indices.withUnsafeBufferPointer { indices in
                let examples = StepExamples(
                    UnsafeBufferPointer(rebasing: indices[first..<last]), of: train, in: batch, augmenter,
                    step: stepsBehind)
                return try step.take(examples, step: stepsBehind, measuresNorm: isLast)
            }
            losses.append(result.loss)
            guard result.loss.isFinite else {
                try reportLosses()
                return .diverged(step: stepsBehind + 1)
            }
            norm = result.norm
            progress.stepInEpoch += 1
        }
        let seconds = hooks.clock() - began
        try reportLosses()
        let lastStep = stepsBehind
        try hooks.report(
            .learningRate, epoch + 1, lastStep, [step.rates.learningRate(step: epoch * stepsPerEpoch)])
        if let norm { try hooks.report(.gradientNorm, epoch + 1, lastStep, [norm]) }
        try hooks.report(.epochSeconds, epoch + 1, lastStep, [seconds])
        progress.epoch += 1
        progress.stepInEpoch = 0
        progress.secondsInEpoch = 0
        return nil
    }
}
