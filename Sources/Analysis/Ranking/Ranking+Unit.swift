import Sweeps

extension Ranking {
    /// How values of the objective are written: accuracies between 0 and 1 in percentage points, others as they are.
    public var unit: ObjectiveUnit {
        let words = Set(objective.metric.lowercased().split { "_./- ".contains($0) })
        func areAll(in range: ClosedRange<Double>) -> Bool {
            entries.allSatisfy { $0.result.values.allSatisfy { range.contains($0.point.value) } }
        }
        if !words.isDisjoint(with: ["accuracy", "acc"]) { return areAll(in: 0...1) ? .points : .plain }
        let isMagnitude =
            !words.isDisjoint(with: ["mse", "mae", "rmse", "error", "perplexity", "seconds"])
            || Self.trainingLosses.contains(objective.metric)
        return isMagnitude && areAll(in: 0...(.infinity)) ? .magnitude : .plain
    }

    /// What the training core measures: cross-entropies and errors, which are never below 0. A loss of another name may
    /// be anything.
    private static let trainingLosses: Set<String> = ["train_loss", "dev_loss", "test_loss", "batch_loss"]
}
