public import Sweeps

extension Objective.Goal {
    /// Which way is usually better for a metric of this name, as far as its name tells: accuracies up, losses, errors
    /// and seconds down; nil where it does not.
    public static func usual(forMetric name: String) -> Objective.Goal? {
        let words = name.lowercased().split { "_./- ".contains($0) }
        if words.contains(where: { ["accuracy", "acc", "f1", "auc", "precision", "recall", "r2"].contains($0) }) {
            return .maximize
        }
        let small: Set<Substring> = ["loss", "error", "err", "mse", "mae", "rmse", "perplexity", "seconds"]
        return words.contains(where: small.contains) ? .minimize : nil
    }
}
