/// Integrals of smooth functions by parabolas through three neighbouring points each.
enum SimpsonRule {
    /// The integral from `lower` to `upper` in an even number of intervals.
    static func integral(
        from lower: Double, to upper: Double, intervals: Int, _ function: (Double) -> Double
    ) -> Double {
        precondition(intervals > 0 && intervals.isMultiple(of: 2), "\(intervals) intervals are no even number")
        let width = (upper - lower) / Double(intervals)
        var sum = function(lower) + function(upper)
        for index in 1..<intervals {
            sum += function(lower + Double(index) * width) * (index.isMultiple(of: 2) ? 2 : 4)
        }
        return sum * width / 3
    }
}
