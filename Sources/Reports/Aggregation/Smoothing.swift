/// Takes the noise out of a curve.
enum Smoothing {
    /// How many steps a mean goes over: a fiftieth of all, odd, and at least 1.
    static func window(for count: Int) -> Int { count / 50 / 2 * 2 + 1 }

    /// The mean over `window` values around each; near the ends over those that lie evenly on both sides, so that the
    /// curve starts and ends where the values do. Values are finite.
    static func centredMean(_ values: [Double], window: Int) -> [Double] {
        precondition(window > 0 && !window.isMultiple(of: 2), "a window of \(window) has no centre")
        var sums = [0.0]
        sums.reserveCapacity(values.count + 1)
        for value in values { sums.append((sums.last ?? 0) + value) }
        return values.indices.map { index in
            let reach = min(window / 2, index, values.count - 1 - index)
            return (sums[index + reach + 1] - sums[index - reach]) / Double(2 * reach + 1)
        }
    }
}
