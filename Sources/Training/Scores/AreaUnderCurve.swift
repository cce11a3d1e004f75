import CKernels
import Networks
import Tensors

/// How well outputs order examples of two classes: the area under the receiver operating characteristic, from ranks.
///
/// Source: H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than
/// the other", 1947; equals count half. A class, since it owns memory for the keys of a set.
final class AreaUnderCurve {
    private var keys: [UInt32] = []
    private var spare: [UInt32] = []
    /// Of class 0 and of class 1.
    private var taken = [0, 0]

    /// Forgets what was taken, and makes room for a set.
    func begin(count: Int) {
        taken = [0, 0]
        if keys.count == count { return }
        keys = [UInt32](repeating: 0, count: count)
        spare = keys
    }

    func take(_ outputs: Matrix, _ batch: Batch) {
        let capacity = keys.count
        if outputs.columns == 1 {
            take_keys_of_signs(outputs.pointer, batch.values.pointer, outputs.rows, &keys, capacity, &taken)
        } else {
            take_keys_of_classes(
                outputs.pointer, batch.classes.baseAddress, outputs.rows, &keys, capacity, &taken)
        }
    }

    /// Nil where all are of one class.
    var area: Double? {
        let (second, first) = (taken[0], taken[1])
        precondition(first + second == keys.count, "\(first + second) examples taken of \(keys.count)")
        guard first > 0, second > 0 else { return nil }
        let wins = keys.withUnsafeMutableBufferPointer { keys in
            spare.withUnsafeMutableBufferPointer { spare -> UInt64 in
                guard let start = keys.baseAddress else { return 0 }
                sort_keys(start, spare.baseAddress, first)
                sort_keys(start + first, spare.baseAddress, second)
                return doubled_wins(start, first, start + first, second)
            }
        }
        return Double(wins) / (2 * Double(first) * Double(second))
    }
}
