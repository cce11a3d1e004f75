extension MetricDefinition {
    /// What a metric's name alone tells, for metrics that nobody has defined: accuracies are better the larger they
    /// are, losses, errors and times the smaller.
    public init(named name: String) {
        let words = name.lowercased().split { "_./- ".contains($0) }.map(String.init)
        func has(_ known: Set<String>) -> Bool { !known.isDisjoint(with: words) }
        let isCrossEntropy = zip(words, words.dropFirst()).contains { $0 == "cross" && $1 == "entropy" }
        let isMagnitude = has(Self.magnitudes) || isCrossEntropy || Self.coreLosses.contains(name)
        let goal: Objective.Goal? =
            if has(Self.shares) || words.contains("r2") {
                .maximize
            } else {
                isMagnitude || has(Self.losses) ? .minimize : nil
            }
        let set = words.first.flatMap(Self.set)
        self.init(
            name: name, goal: goal, unit: has(Self.shares) ? .share : isMagnitude ? .magnitude : .number, set: set)
    }

    private static let shares: Set<String> = ["accuracy", "acc", "f1", "auc", "precision", "recall"]
    private static let magnitudes: Set<String> = ["error", "mse", "mae", "rmse", "perplexity", "seconds"]
    /// Better the smaller, and anything may be below 0.
    private static let losses: Set<String> = ["loss", "err"]
    /// Cross-entropies and errors. A loss of another name may be anything.
    private static let coreLosses: Set<String> = ["train_loss", "dev_loss", "test_loss", "batch_loss"]
    private static let setWords: [DataSet: Set<String>] = [
        .train: ["train", "training"], .dev: ["dev", "val", "valid", "validation"], .test: ["test"],
    ]

    private static func set(_ word: String) -> DataSet? { setWords.first { $0.value.contains(word) }?.key }

    /// The word for its set and what is measured of that: `val` and `loss` of `val_loss`, `val/loss` or `val.loss`; nil
    /// where the name begins with no set, or says no more.
    public var nameParts: (set: String, quantity: String)? {
        guard let end = name.firstIndex(where: "_./- ".contains), Self.set(name[..<end].lowercased()) != nil else {
            return nil
        }
        let quantity = name[name.index(after: end)...]
        return quantity.isEmpty ? nil : (String(name[..<end]), String(quantity))
    }

    /// The name of the metric of the test set that goes with one of the dev set: `test_accuracy` with `dev_accuracy`;
    /// nil with others.
    public var testName: String? {
        guard set == .dev else { return nil }
        let rest = name.drop { !"_./- ".contains($0) }
        return rest.isEmpty ? nil : "test" + rest
    }

    /// The metric's value of the weights that early stopping has restored.
    public static func restoredName(of metric: String) -> String { "restored_" + metric }

    /// What a guess that is the same for all examples comes to by the metric.
    public static func constantGuessName(of metric: String) -> String { "constant_" + metric }

    /// What that guess is: "the mean".
    public var constantGuess: String {
        switch name.drop(while: { $0 != "_" }).dropFirst() {
        case "accuracy", "balanced_accuracy", "f1": "the most frequent class"
        case "cross_entropy": "the classes' shares"
        case "rmse", "r2": "the mean"
        case "mae": "the median"
        default: "the same for all examples"
        }
    }
}
