/// Takes the noise out of a curve.
enum Smoothing {
    /// How many steps a mean goes over: a fiftieth of all, odd, and at least 1.
    static func window(for count: Int) -> Int { count / 50 / 2 * 2 + 1 }

    /// The mean over `window` values around each. At the start, where losses fall fast, over those that lie evenly on
    /// both sides, so that the curve starts where the values do; at the end over those that are left, so that it does
    /// not end in the noise of a single value. What is NaN stays so, and counts in no mean.
    static func centredMean(_ values: [Double], window: Int) -> [Double] {
        precondition(window > 0 && !window.isMultiple(of: 2), "a window of \(window) has no centre")
        var sums = [0.0]
        var counts = [0]
        sums.reserveCapacity(values.count + 1)
        counts.reserveCapacity(values.count + 1)
        for (index, value) in values.enumerated() {
            sums.append(sums[index] + (value.isNaN ? 0 : value))
            counts.append(counts[index] + (value.isNaN ? 0 : 1))
        }
        return values.indices.map { index in
            if values[index].isNaN { return .nan }
            let before = min(window / 2, index)
            let after = min(before, values.count - 1 - index)
            let count = counts[index + after + 1] - counts[index - before]
            return (sums[index + after + 1] - sums[index - before]) / Double(count)
        }
    }
}
