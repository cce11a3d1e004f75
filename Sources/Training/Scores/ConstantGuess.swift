import CKernels
import Datasets
import Foundation
import Networks

/// What a guess that is the same for all examples comes to: below that, a network has learned nothing.
///
/// The guess is made from the training set, for each score the one that suits it: the most frequent class (the first of
/// equals) or, for the cross-entropy, the classes' shares; the mean or, for absolute errors, the median.
struct ConstantGuess {
    /// On the set that is judged; without scores for which the guess has no finite value.
    let scores: [Score: Double]

    /// - Parameters:
    ///   - train: what the guess is made from; not empty.
    ///   - judged: what is guessed; not empty, and of the same kind.
    ///   - loss: the training's; its score is there where one of the guesses is the best by it.
    init(from train: Targets, on judged: Targets, loss: any Loss) {
        var scores: [Score: Double]
        switch (train, judged) {
        case (.classes(let train, let classes), .classes(let judged, _)):
            let (known, present) = (Self.counts(train, classes), Self.counts(judged, classes))
            let most = known.indices.max { (known[$0], $1) < (known[$1], $0) } ?? 0
            scores = ClassCounts(present: present, allTold: most).scores
            let entropy = zip(known, present).reduce(0.0) { sum, counts in
                counts.1 == 0 ? sum : sum - Double(counts.1) * log(Double(counts.0) / Double(train.count))
            }
            scores[.crossEntropy] = entropy / Double(judged.count)
            if classes == 2, !present.contains(0) { scores[.auc] = 0.5 }
            if Evaluator.isCrossEntropy(loss) { scores[.loss] = scores[.crossEntropy] }
        case (.values(let train), .values(let judged)):
            let mean = train.reduce(0.0) { $0 + Double($1) } / Double(train.count)
            let spread = ErrorSums.spread(judged)
            scores = ErrorSums(of: judged, guess: mean).scores(count: judged.count, spread: spread)
            let byMedian = ErrorSums(of: judged, guess: Self.median(train)).scores(count: judged.count, spread: spread)
            scores[.meanAbsoluteError] = byMedian[.meanAbsoluteError]
            if loss is MeanSquaredError { scores[.loss] = scores[.rootMeanSquaredError].map { $0 * $0 } }
            if loss is MeanAbsoluteError { scores[.loss] = scores[.meanAbsoluteError] }
        default: preconditionFailure("a training set and a judged one of different kinds")
        }
        self.scores = scores.filter(\.value.isFinite)
    }

    private static func counts(_ labels: [Int32], _ classes: Int) -> [Int64] {
        var counts = [Int64](repeating: 0, count: classes)
        for label in labels { counts[Int(label)] += 1 }
        return counts
    }

    private static func median(_ numbers: [Float]) -> Double {
        var keys = [UInt32](repeating: 0, count: numbers.count)
        var spare = keys
        return median_of(numbers, numbers.count, &keys, &spare)
    }
}
