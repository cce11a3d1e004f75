/// Takes the noise out of a curve.
public enum Smoothing {
    /// How many steps a mean goes over: a fiftieth of all, odd, and at least 1.
    public static func window(for count: Int) -> Int { count / 50 / 2 * 2 + 1 }

    /// The mean over `window` values around each. At the start, where losses fall fast, over those that lie evenly on
    /// both sides, so that the curve starts where the values do; at the end over those that are left, so that it does
    /// not end in the noise of a single value. What is NaN stays so, and counts in no mean.
    static func centredMean(_ values: [Double], window: Int) -> [Double] {
        precondition(window > 0 && !window.isMultiple(of: 2), "a window of \(window) has no centre")
        var sum = MovingSum()
        var (first, next) = (0, 0)
        return values.indices.map { index in
            let before = min(window / 2, index)
            let after = min(before, values.count - 1 - index)
            while next <= index + after {
                sum.add(values[next])
                next += 1
            }
            while first < index - before {
                sum.removeFirst()
                first += 1
            }
            return values[index].isNaN ? .nan : sum.total / Double(sum.count)
        }
    }
}

/// The sum of values that come and go in their order, without ever taking one away from a sum: after 10³⁰ nothing would
/// be left of 1. What is NaN counts as nothing.
private struct MovingSum {
    private(set) var count = 0
    /// The newer values, in their order.
    private var newer: [Double] = []
    private var sumOfNewer = 0.0
    /// Of the older values the sum of each and all after it, the oldest last.
    private var older: [(sum: Double, isNumber: Bool)] = []

    var total: Double { (older.last?.sum ?? 0) + sumOfNewer }

    mutating func add(_ value: Double) {
        newer.append(value)
        guard !value.isNaN else { return }
        sumOfNewer += value
        count += 1
    }

    mutating func removeFirst() {
        if older.isEmpty {
            var sum = 0.0
            for value in newer.reversed() {
                sum += value.isNaN ? 0 : value
                older.append((sum, !value.isNaN))
            }
            newer.removeAll(keepingCapacity: true)
            sumOfNewer = 0
        }
        if older.popLast()?.isNumber ?? false { count -= 1 }
    }
}
