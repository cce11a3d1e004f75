/// Finds where a condition begins to hold.
enum Bisection {
    /// The smallest number in 0...`most` for which `holds`, given that it then holds for all larger ones; `most` where
    /// it never does.
    ///
    /// Bisects the numbers' bit patterns, which are ordered as they are: at most 64 steps to the very number, however
    /// small.
    static func first(upTo most: Double, where holds: (Double) -> Bool) -> Double {
        var low: UInt64 = 0
        var high = most.bitPattern
        while low < high {
            let middle = low + (high - low) / 2
            if holds(Double(bitPattern: middle)) { high = middle } else { low = middle + 1 }
        }
        return Double(bitPattern: high)
    }
}
