import Charts

extension ScaleKind {
    /// Logarithmic where the greatest value is at least `ratio` times the least positive one and nearly all are positive;
    /// the few zeros that rounding makes of tiny losses then lie below the plot.
    static func spanning(_ curves: some Sequence<[Double]>, atLeast ratio: Double) -> ScaleKind {
        var (least, greatest) = (Double.infinity, -Double.infinity)
        var (positive, zeros) = (0, 0)
        for value in curves.joined() where value.isFinite {
            greatest = max(greatest, value)
            if value < 0 { return .linear }
            if value > 0 {
                least = min(least, value)
                positive += 1
            } else {
                zeros += 1
            }
        }
        return zeros <= positive / 10 && greatest / least >= ratio ? .log : .linear
    }
}
