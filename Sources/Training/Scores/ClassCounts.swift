import CKernels
import Networks
import Tensors

/// How often classes are told right; scores as scikit-learn's `accuracy_score`, `balanced_accuracy_score` and
/// `f1_score(average="macro")` have them.
struct ClassCounts {
    /// For each class: examples of it that are told right; all of it; all that are told to be of it.
    private var counts: [Int64]
    private let classes: Int

    init(classes: Int) {
        self.classes = classes
        counts = [Int64](repeating: 0, count: 3 * classes)
    }

    /// All of `present` told to be of one class.
    init(present: [Int64], allTold told: Int) {
        self.init(classes: present.count)
        counts.replaceSubrange(classes..<(2 * classes), with: present)
        counts[told] = present[told]
        counts[2 * classes + told] = present.reduce(0, +)
    }

    /// - Parameter outputs: `[examples, classes]`, or `[examples, 1]` for two.
    mutating func take(_ outputs: Matrix, _ batch: Batch) {
        if outputs.columns == 1 {
            count_signs(outputs.pointer, batch.values.pointer, outputs.rows, &counts)
        } else {
            count_classes(outputs.pointer, batch.classes.baseAddress, outputs.rows, outputs.columns, &counts)
        }
    }

    /// There is at least one example.
    var scores: [Score: Double] {
        var (right, all, recalls, scored) = (0, 0, [Double](), [Double]())
        for index in 0..<classes {
            let (own, present) = (Int(counts[index]), Int(counts[classes + index]))
            let told = Int(counts[2 * classes + index])
            right += own
            all += present
            if present > 0 { recalls.append(Double(own) / Double(present)) }
            if present + told > 0 { scored.append(Double(2 * own) / Double(present + told)) }
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        return [.accuracy: Double(right) / Double(all), .balancedAccuracy: mean(recalls), .f1: mean(scored)]
    }
}
